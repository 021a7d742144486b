package io.hindcast.house.stores;

import io.hindcast.cli.ExitCode;
import java.util.List;

/// What the whole house prints.
public final class Answers {
    private Answers() {}

    /// The output of a verb that came to its end, whether it found something or not.
    public static String of(List<String> arguments) {
        TestHouse.Answer answer = TestHouse.run(arguments);
        if (answer.code() != ExitCode.DONE && answer.code() != ExitCode.FOUND) {
            throw new AssertionError(arguments + " ended with " + answer.code() + ": " + answer.err());
        }
        return answer.out();
    }
}
