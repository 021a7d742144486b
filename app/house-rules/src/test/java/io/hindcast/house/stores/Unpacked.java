package io.hindcast.house.stores;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// Everything that stands in the files of a folder, packed or not: what somebody would find who looks for it.
final class Unpacked {
    private Unpacked() {}

    static String textOf(Path folder) throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file.getFileName()).append('\n').append(text(file)).append('\n');
            }
        }
        return all.toString();
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.UTF_8);
        String name = file.toString();
        if (name.endsWith(".xlsx")) {
            return raw + zipped(bytes);
        }
        if (name.endsWith(".pdf")) {
            return raw + pdf(bytes);
        }
        return name.endsWith(".hcap") ? raw + capsule(file) : raw;
    }

    private static String zipped(byte[] bytes) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /// The text of the pages, and every stream in it: attached files among them.
    private static String pdf(byte[] bytes) throws IOException {
        var all = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            all.append(new PDFTextStripper().getText(document));
            for (var key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return all.toString();
    }

    /// Every text and every body, inflated.
    private static String capsule(Path file) {
        var all = new StringBuilder();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var query = connection.createStatement()) {
            byte[] dictionary;
            try (var rows = query.executeQuery("SELECT value FROM capsule WHERE name = 'dictionary'")) {
                dictionary = rows.next() ? rows.getBytes(1) : new byte[0];
            }
            for (String table : new String[] {"capsule", "shapes", "streams", "events", "snapshots", "attachments"}) {
                try (var rows = query.executeQuery("SELECT * FROM " + table)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int i = 1; i <= columns; i++) {
                            Object value = rows.getObject(i);
                            all.append(value instanceof byte[] bytes ? body(bytes, dictionary) : value).append('\n');
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return all.toString();
    }

    private static String body(byte[] packed, byte[] dictionary) {
        if (packed.length == 0 || packed[0] != 1) {
            return new String(packed, StandardCharsets.UTF_8);
        }
        var inflater = new Inflater();
        inflater.setInput(packed, 5, packed.length - 5);
        var out = new ByteArrayOutputStream();
        byte[] some = new byte[8_192];
        try {
            while (!inflater.finished()) {
                int length = inflater.inflate(some);
                if (length == 0 && inflater.needsDictionary()) {
                    inflater.setDictionary(dictionary);
                } else if (length == 0) {
                    break;
                }
                out.write(some, 0, length);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException("no packed body", e);
        } finally {
            inflater.end();
        }
    }
}
