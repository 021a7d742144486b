package io.hindcast.engine.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Much text, kept packed in memory until it is read once.
final class PackedText {
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream text = new DeflaterOutputStream(packed, deflater, 1 << 14);

    PackedText append(String more) throws IOException {
        text.write(utf8(more));
        return this;
    }

    /// Ends the text and writes it, unpacked.
    void writeTo(OutputStream out) throws IOException {
        text.close();
        deflater.end();
        new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray())).transferTo(out);
    }

    static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
