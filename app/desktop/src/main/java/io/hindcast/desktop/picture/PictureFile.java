package io.hindcast.desktop.picture;

import io.hindcast.engine.session.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes a picture as a PNG file (8 bits a channel, RGBA), without AWT. The same pixels give the same bytes.
/// Reading the pixels of an image that is being drawn is the screen thread's business; writing may be anyone's.
public final class PictureFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] EIGHT_BIT_RGBA = {8, 6, 0, 0, 0};

    private PictureFile() {}

    /// Writes the image, replacing what is there, whole or not at all; missing folders are made.
    public static void write(Image image, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        WholeFile.write(file, encode(image));
    }

    /// The bytes of the PNG file.
    static byte[] encode(Image image) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(width, height));
        chunk(out, "IDAT", deflated(rows(image, width, height)));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(EIGHT_BIT_RGBA);
        return bytes.toByteArray();
    }

    /// Each row led by its filter byte, 0 = none.
    private static byte[] rows(Image image, int width, int height) {
        int[] row = new int[width];
        byte[] rows = new byte[height * (1 + 4 * width)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            at++;
            for (int argb : row) {
                rows[at++] = (byte) (argb >>> 16);
                rows[at++] = (byte) (argb >>> 8);
                rows[at++] = (byte) argb;
                rows[at++] = (byte) (argb >>> 24);
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(kind);
        sum.update(content);
        out.writeInt(content.length);
        out.write(kind);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
