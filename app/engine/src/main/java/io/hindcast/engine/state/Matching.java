package io.hindcast.engine.state;

import java.util.List;

/// How [Difference] finds out which item of a list is which.
///
/// @param identities names of fields that tell items apart, the best first; `*Id` stands for every name that ends so
/// @param comparisons how many pairs of items may be compared to align lists whose items have no identity; longer
///     lists are compared place by place
public record Matching(List<String> identities, int comparisons) {
    /// What most systems call the identity of a thing.
    public static final Matching STANDARD = new Matching(
            List.of(
                    "id", "_id", "key", "uuid", "*Id", "*_id", "*ID", "code", "number", "no", "*Key", "*_key", "*Code",
                    "*_code", "*Number", "*_number", "name"),
            250_000);

    /// Every item is what stands at its place.
    public static final Matching BY_PLACE = new Matching(List.of(), 0);

    public Matching {
        identities = List.copyOf(identities);
    }

    boolean isByPlace() {
        return identities.isEmpty() && comparisons == 0;
    }

    static boolean fits(String pattern, String name) {
        return pattern.startsWith("*")
                ? name.length() >= pattern.length() && name.endsWith(pattern.substring(1))
                : name.equals(pattern);
    }
}
