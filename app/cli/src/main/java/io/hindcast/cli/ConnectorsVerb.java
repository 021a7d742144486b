package io.hindcast.cli;

import io.hindcast.cli.output.Rows;
import io.hindcast.connector.Setting;
import io.hindcast.engine.session.StoreOpener.Installed;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hindcast connectors`: what is installed, broken plug-ins included.
@Command(name = "connectors", description = "Lists the installed connectors.", mixinStandardHelpOptions = true)
final class ConnectorsVerb implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("id", "name", "origin", "status", "settings", "reason");

    private final House house;

    @Mixin
    OutputOption output = new OutputOption();

    ConnectorsVerb(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        Terminal terminal = house.terminal();
        try (var rows = Rows.in(output.chosen(terminal), COLUMNS, terminal.out())) {
            house.opener().get().connectors().forEach(one -> rows.add(row(one)));
        }
        return ExitCode.DONE;
    }

    private static Fields row(Installed installed) {
        var row = new LinkedHashMap<String, StateValue>();
        switch (installed) {
            case Installed.Working(var connector, String origin) -> {
                row.put("id", new Text(connector.id()));
                row.put("name", new Text(connector.displayName()));
                row.put("origin", new Text(origin));
                row.put("status", new Text("ready"));
                row.put("settings", settings(connector.settings()));
                row.put("reason", Null.NULL);
            }
            case Installed.Broken(String origin, String reason) -> {
                row.put("id", Null.NULL);
                row.put("name", Null.NULL);
                row.put("origin", new Text(origin));
                row.put("status", new Text("broken"));
                row.put("settings", Items.EMPTY);
                row.put("reason", new Text(reason));
            }
        }
        return Fields.of(row);
    }

    private static StateValue settings(List<Setting> settings) {
        return new Items(settings.stream()
                .<StateValue>map(setting -> new Text(setting.name()))
                .toList());
    }
}
