package io.hindcast.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version from the jar's manifest.
final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(VersionLine.class.getPackage().getImplementationVersion())
                .orElse("development build");
        return new String[] {"hindcast " + version};
    }
}
