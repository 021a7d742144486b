package io.hindcast.sample;

/// Something wrong or unusual that the generator put into the history on purpose.
///
/// @param stream where it is
/// @param version the version it shows at; for a gap, the one that never existed
/// @param what one sentence for people
public record PlantedDefect(Kind kind, String stream, long version, String what) {
    public enum Kind {
        /// A stored snapshot whose balance has two digits swapped.
        CORRUPTED_SNAPSHOT,
        /// A version that no event has.
        VERSION_GAP,
        /// Two events of one stream with the same version.
        DUPLICATE_VERSION,
        /// One event recorded twice: two versions, one event id.
        DUPLICATE_ID,
        /// A payload that ends in the middle.
        UNREADABLE_PAYLOAD,
        /// A recorded time before that of the event in front of it.
        CLOCK_REGRESSION,
        /// A balance below what the account allows, for a few days.
        NEGATIVE_BALANCE,
        /// A type that occurs once and that no fold rule knows.
        UNKNOWN_TYPE,
        /// An identifier that needs all 64 bits.
        WIDE_IDENTIFIER,
        /// An amount of 19 digits.
        WIDE_AMOUNT
    }
}
