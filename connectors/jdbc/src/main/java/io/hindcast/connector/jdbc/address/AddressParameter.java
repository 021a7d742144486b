package io.hindcast.connector.jdbc.address;

import java.util.List;
import java.util.Optional;

/// What may stand behind the question mark of an address, or is told by its place before it; each kind of server has an enum
/// of them. Whatever is not listed there is refused.
public interface AddressParameter {
    /// Its names, without regard to case; the first is the one that messages use.
    List<String> spellings();

    default String spelling() {
        return spellings().getFirst();
    }

    /// The sentence for a person who named a parameter that is not allowed. Of the name no more is repeated than the name of
    /// a parameter can reasonably be.
    ///
    /// @param reason why, where the driver knows the parameter and it does harm
    static String refusal(String name, Optional<String> reason, List<? extends AddressParameter> allowed) {
        String clean = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        String shown = '"' + (clean.length() > 40 ? clean.substring(0, 40) + "…" : clean) + '"';
        return reason.map(because -> "The parameter %s is refused: %s.".formatted(shown, because))
                .orElseGet(() -> "The parameter %s is refused because it is not one of %s."
                        .formatted(
                                shown,
                                String.join(", ", allowed.stream().map(AddressParameter::spelling).toList())));
    }
}
