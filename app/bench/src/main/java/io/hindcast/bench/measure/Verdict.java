package io.hindcast.bench.measure;

/// How one goal of the design stands.
///
/// @param goal its number, `P1`
/// @param figure what was measured in this run, or why nothing was
public record Verdict(String goal, Standing standing, String figure) {
    public enum Standing {
        REACHED("reached"),
        /// Something near it was measured, which does not decide it.
        IN_PART("in part"),
        NOT_REACHED("**not reached**"),
        NOT_MEASURED("not measured yet");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static Verdict of(String goal, boolean reached, String figure) {
        return new Verdict(goal, reached ? Standing.REACHED : Standing.NOT_REACHED, figure);
    }
}
