package io.hindcast.audit.publish;

import java.util.Optional;

/// The program that makes a report.
///
/// @param build what tells one build of a version from another; "" where the build does not say
public record Tool(String name, String version, String build) {
    /// As the jar's manifest says.
    public static Tool ofThis() {
        Package here = Tool.class.getPackage();
        return new Tool(
                "Hindcast",
                Optional.ofNullable(here.getImplementationVersion()).orElse("development build"),
                Optional.ofNullable(here.getSpecificationVersion()).orElse(""));
    }

    @Override
    public String toString() {
        return name + " " + version + (build.isEmpty() ? "" : " (" + build + ")");
    }
}
