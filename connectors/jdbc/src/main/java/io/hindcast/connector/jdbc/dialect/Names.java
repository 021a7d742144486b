package io.hindcast.connector.jdbc.dialect;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// Names of the catalogue as statements and bodies need them.
public final class Names {
    private Names() {}

    /// A name as the text of JSON, in its quotes.
    public static String json(String name) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + '"';
    }
}
