package io.hindcast.connector.files;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What a record says about its event, beside the body.
///
/// @param trouble what is wrong with the record although stream and type are known
/// @param row where body and metadata are taken from
/// @param body place of the body in the row, -1 without one
/// @param base64 whether the body is in base64
record Envelope(
        String stream,
        String category,
        OptionalLong version,
        OptionalLong position,
        String type,
        Optional<Instant> recordedAt,
        Optional<String> trouble,
        Row row,
        int body,
        boolean base64) {}
