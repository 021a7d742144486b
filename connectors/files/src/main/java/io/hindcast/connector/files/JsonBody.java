package io.hindcast.connector.files;

import java.nio.charset.StandardCharsets;

/// Bodies that are JSON inside of something else.
final class JsonBody {
    private JsonBody() {}

    static boolean isJson(byte[] body) {
        return JsonScan.isJson(body, 0, body.length);
    }

    static boolean isJson(String text) {
        return isJson(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What a JSON text inside of quotes means, as bytes.
    static byte[] unquoted(byte[] body) {
        return body.length > 1 && body[0] == '"'
                ? JsonText.unquoted(body, 1, body.length - 1).getBytes(StandardCharsets.UTF_8)
                : body;
    }
}
