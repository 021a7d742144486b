package io.hindcast.sample;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.OpenRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `sample:ledger?events=N&seed=S`. What the location does not say, the settings or the usual size do.
final class SampleLocation {
    static final String EVENTS = "events";
    static final String SEED = "seed";

    private SampleLocation() {}

    /// @throws ConnectorException when it names another sample, or another parameter, or a size that cannot be made
    static HistorySize sizeIn(OpenRequest request) {
        String text = request.location().text();
        String rest = text.substring(text.indexOf(':') + 1);
        int mark = rest.indexOf('?');
        String name = mark < 0 ? rest : rest.substring(0, mark);
        if (!name.equals("ledger")) {
            throw new ConnectorException(Kind.NOT_FOUND, "There is no such sample; there is sample:ledger.");
        }
        var parameters = mark < 0 ? Map.<String, String>of() : parameters(rest.substring(mark + 1));
        try {
            return new HistorySize(
                    number(EVENTS, parameters, request, HistorySize.USUAL.events()),
                    number(SEED, parameters, request, HistorySize.USUAL.seed()));
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(Kind.SETTINGS, String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0 || !(name.equals(EVENTS) || name.equals(SEED))) {
                throw new ConnectorException(
                        Kind.SETTINGS, "A sample takes the parameters events=NUMBER and seed=NUMBER, nothing else.");
            }
            parameters.put(name, pair.substring(equals + 1));
        }
        return parameters;
    }

    private static long number(String name, Map<String, String> parameters, OpenRequest request, long preset) {
        String text = parameters.getOrDefault(name, request.setting(name).orElse(Long.toString(preset)));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ConnectorException(
                    Kind.SETTINGS, "The parameter " + name + " of a sample must be a whole number.", e);
        }
    }
}
