package io.hindcast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hindcast marks restore STORE ID --why …`.
@Command(
        name = "restore",
        description = "Puts a mark that was removed back, as it was and under its id.",
        mixinStandardHelpOptions = true)
final class MarksRestore implements Callable<Integer> {
    private final House house;

    @Mixin
    OneMark mark = new OneMark();

    MarksRestore(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = mark.options.open(house, mark.store)) {
            opened.marks().restore(mark.id, mark.why);
            house.terminal().say("%s is back.".formatted(mark.id));
            return ExitCode.DONE;
        }
    }
}
