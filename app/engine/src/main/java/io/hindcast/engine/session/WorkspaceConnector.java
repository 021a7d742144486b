package io.hindcast.engine.session;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.engine.fold.Fold;
import io.hindcast.engine.fold.FoldLanguage.Compiled;
import io.hindcast.engine.workspace.CombinedSource;
import io.hindcast.engine.workspace.Member;
import io.hindcast.engine.workspace.WorkspaceFile;
import io.hindcast.engine.workspace.WorkspaceFile.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Opens a workspace file: every store that it names, by the connector that knows it, as one source.
final class WorkspaceConnector implements Connector {
    private final Function<OpenRequest, EventSource> opener;
    private final FoldFinder folds;
    private final Function<String, Optional<String>> environment;

    /// @param opener opens one store
    /// @param environment the value of an environment variable
    WorkspaceConnector(
            Function<OpenRequest, EventSource> opener,
            FoldFinder folds,
            Function<String, Optional<String>> environment) {
        this.opener = opener;
        this.folds = folds;
        this.environment = environment;
    }

    @Override
    public String id() {
        return "workspace";
    }

    @Override
    public String displayName() {
        return "Several stores";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Recognition recognises(Location location) {
        return WorkspaceFile.isOne(location) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public CombinedSource open(OpenRequest request) {
        Path file = request.location().path().orElseThrow();
        var members = new ArrayList<Member>();
        boolean open = false;
        try {
            for (Entry entry : WorkspaceFile.read(file).entries()) {
                members.add(member(entry, request.password()));
            }
            open = true;
            return new CombinedSource(members);
        } finally {
            if (!open) {
                members.forEach(member -> member.source().close());
            }
        }
    }

    private Member member(Entry entry, Supplier<Optional<char[]>> asked) {
        EventSource source = source(entry, asked);
        boolean ready = false;
        try {
            FoldFinder.Found found = fold(entry, source);
            ready = true;
            return new Member(entry.alias(), source, found.fold(), found.origin());
        } finally {
            if (!ready) {
                source.close();
            }
        }
    }

    private EventSource source(Entry entry, Supplier<Optional<char[]>> asked) {
        Supplier<Optional<char[]>> password = entry.passwordVariable()
                .<Supplier<Optional<char[]>>>map(name -> () -> Optional.of(secret(entry, name)))
                .orElse(asked);
        try {
            return opener.apply(new OpenRequest(entry.location(), entry.settings(), password));
        } catch (ConnectorException refused) {
            throw new ConnectorException(refused.kind(), entry.alias() + ": " + refused.sentence(), refused);
        }
    }

    private char[] secret(Entry entry, String variable) {
        return environment
                .apply(variable)
                .orElseThrow(() -> new ConnectorException(
                        Kind.SETTINGS,
                        "%s: the environment variable %s is not set.".formatted(entry.alias(), variable)))
                .toCharArray();
    }

    private FoldFinder.Found fold(Entry entry, EventSource source) {
        if (entry.fold().isEmpty()) {
            return folds.find(entry.location(), source);
        }
        return switch (folds.read(entry.fold().get())) {
            case Compiled.Ready(Fold fold, var _) ->
                new FoldFinder.Found(fold, String.valueOf(entry.fold().get().getFileName()), List.of(), Optional.empty());
            case Compiled.Rejected(var errors) ->
                throw new ConnectorException(
                        Kind.SETTINGS,
                        entry.alias() + ": "
                                + errors.stream().map(FoldFinder::shown).collect(Collectors.joining(" ")));
        };
    }
}
