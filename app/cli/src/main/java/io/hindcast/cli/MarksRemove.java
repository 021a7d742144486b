package io.hindcast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `hindcast marks remove STORE ID --why …`.
@Command(
        name = "remove",
        description = "Takes a mark away; its history stays.",
        mixinStandardHelpOptions = true)
final class MarksRemove implements Callable<Integer> {
    private final House house;

    @Mixin
    OneMark mark = new OneMark();

    MarksRemove(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        try (var opened = mark.options.open(house, mark.store)) {
            opened.marks().remove(mark.id, mark.why);
            house.terminal().say("%s is removed; its history stays.".formatted(mark.id));
            return ExitCode.DONE;
        }
    }
}
