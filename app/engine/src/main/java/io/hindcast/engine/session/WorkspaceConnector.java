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
import io.hindcast.engine.workspace.Missing;
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
    /// What becomes of a workspace when one of its stores cannot be opened: it is refused, or that store is left out and
    /// shown as missing.
    static final String MISSING = "missing";
    static final String SHOWN = "show";

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
        return List.of(new Setting(
                MISSING, "Stores that cannot be opened", Setting.Kind.CHOICE, List.of("refuse", SHOWN), "refuse"));
    }

    @Override
    public Recognition recognises(Location location) {
        return WorkspaceFile.isOne(location) ? Recognition.CERTAIN : Recognition.NO;
    }

    @Override
    public CombinedSource open(OpenRequest request) {
        Path file = request.location().path().orElseThrow();
        boolean passing = request.setting(MISSING).filter(SHOWN::equals).isPresent();
        var members = new ArrayList<Member>();
        var missing = new ArrayList<Missing>();
        boolean open = false;
        try {
            for (Entry entry : WorkspaceFile.read(file).entries()) {
                try {
                    members.add(member(entry, request.password()));
                } catch (ConnectorException refused) {
                    if (!passing) {
                        throw new ConnectorException(
                                refused.kind(), entry.alias() + ": " + refused.sentence(), refused);
                    }
                    missing.add(new Missing(entry.alias(), entry.location().text(), refused.kind(), refused.sentence()));
                }
            }
            assertAny(members, missing);
            open = true;
            return new CombinedSource(members, missing);
        } finally {
            if (!open) {
                members.forEach(member -> member.source().close());
            }
        }
    }

    private static void assertAny(List<Member> members, List<Missing> missing) {
        if (members.isEmpty()) {
            throw new ConnectorException(
                    missing.getFirst().kind(),
                    "No store of this workspace could be opened. "
                            + missing.stream().map(Missing::sentence).collect(Collectors.joining(" ")));
        }
    }

    private Member member(Entry entry, Supplier<Optional<char[]>> asked) {
        EventSource source = opener.apply(entry.request(environment, asked));
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

    private FoldFinder.Found fold(Entry entry, EventSource source) {
        if (entry.fold().isEmpty()) {
            return folds.find(entry.location(), source);
        }
        return switch (folds.read(entry.fold().get())) {
            case Compiled.Ready(Fold fold, var _) ->
                new FoldFinder.Found(fold, String.valueOf(entry.fold().get().getFileName()), List.of(), Optional.empty());
            case Compiled.Rejected(var errors) ->
                throw new ConnectorException(
                        Kind.SETTINGS, errors.stream().map(FoldFinder::shown).collect(Collectors.joining(" ")));
        };
    }
}
