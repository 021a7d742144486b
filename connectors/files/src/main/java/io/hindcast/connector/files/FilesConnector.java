package io.hindcast.connector.files;

import io.hindcast.connector.Connector;
import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.connector.EventSource;
import io.hindcast.connector.Location;
import io.hindcast.connector.MappingGuess;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.Recognition;
import io.hindcast.connector.Setting;
import io.hindcast.connector.SourceInfo.NotRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Opens text files of events: NDJSON, JSON, CloudEvents and CSV, gzip of any of them, or a folder of such files, which
/// are read in the order of their names as one history.
public final class FilesConnector implements Connector {
    static final String ID = "files";

    /// Every file stays open as long as the store: systems allow some thousand.
    private static final int MOST_FILES = 500;
    /// The mapping is one for all files, so that a few of them tell enough.
    private static final int MOST_GUESSES = 5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Files (NDJSON, JSON, CSV, CloudEvents)";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("mapping", "Mapping file: which field means what", Setting.Kind.PATH, List.of(), ""),
                Setting.text("zone", "Time zone of times that carry none, such as Europe/Berlin"));
    }

    @Override
    public Recognition recognises(Location location) {
        return location.path().map(FileSigns::recognise).orElse(Recognition.NO);
    }

    @Override
    public EventSource open(OpenRequest request) {
        Path path = pathOf(request);
        var declaration = Declaration.of(request.setting("mapping"), request.setting("zone"));
        if (Files.isDirectory(path)) {
            return openFolder(path, declaration);
        }
        return index(List.of(openable(path, declaration)), List.of());
    }

    @Override
    public List<MappingGuess> guessMappings(OpenRequest request) {
        Path path = pathOf(request);
        if (!Files.isDirectory(path)) {
            assertFile(path);
            return List.of(FileGuess.of(path)).stream().filter(FilesConnector::hasFields).toList();
        }
        return entries(path).stream()
                .filter(entry -> FileSigns.isCandidate(entry) && FileSigns.recognise(entry) != Recognition.NO)
                .limit(MOST_GUESSES)
                .flatMap(FilesConnector::guess)
                .toList();
    }

    /// A file that holds no records is passed over: others may be the right ones.
    private static Stream<MappingGuess> guess(Path file) {
        try {
            return Stream.of(FileGuess.of(file)).filter(FilesConnector::hasFields);
        } catch (ConnectorException _) {
            return Stream.empty();
        }
    }

    private static boolean hasFields(MappingGuess guess) {
        return !guess.parts().isEmpty() || !guess.unused().isEmpty();
    }

    private static Path pathOf(OpenRequest request) {
        return request.location()
                .path()
                .orElseThrow(() -> new ConnectorException(
                        Kind.SETTINGS, request.location().text() + " is not a path of a file or folder."));
    }

    private static EventFile openable(Path path, Declaration declaration) {
        assertFile(path);
        return EventFile.open(path, declaration);
    }

    private static void assertFile(Path path) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new ConnectorException(Kind.SETTINGS, path + " is neither a file nor a folder.");
        }
    }

    private static EventSource openFolder(Path folder, Declaration declaration) {
        var files = new ArrayList<EventFile>();
        var notRead = new ArrayList<NotRead>();
        try {
            for (Path entry : entries(folder)) {
                take(entry, declaration, files, notRead);
            }
            if (files.isEmpty()) {
                throw new ConnectorException(
                        Kind.NOT_AN_EVENT_STORE, "No file of events is in " + folder + seen(notRead));
            }
        } catch (RuntimeException e) {
            files.forEach(EventFile::close);
            throw e;
        }
        return index(files, notRead);
    }

    private static void take(Path entry, Declaration declaration, List<EventFile> files, List<NotRead> notRead) {
        String name = String.valueOf(entry.getFileName());
        if (!FileSigns.isCandidate(entry) || FileSigns.recognise(entry) == Recognition.NO) {
            notRead.add(new NotRead(name, -1, Files.isDirectory(entry) ? "a folder" : "not a file of a known kind"));
            return;
        }
        if (files.size() == MOST_FILES) {
            throw new ConnectorException(
                    Kind.UNSUPPORTED, "More than " + MOST_FILES + " files at once are not opened.");
        }
        try {
            files.add(EventFile.open(entry, declaration));
        } catch (ConnectorException e) {
            if (e.kind() != Kind.NOT_AN_EVENT_STORE) {
                throw e;
            }
            notRead.add(new NotRead(name, -1, e.sentence()));
        }
    }

    private static EventSource index(List<EventFile> files, List<NotRead> notRead) {
        try {
            var intake = new Intake();
            files.forEach(intake::take);
            var odd = new ArrayList<>(notRead);
            odd.addAll(intake.oddities());
            return new FilesSource(files, intake, odd);
        } catch (RuntimeException e) {
            files.forEach(EventFile::close);
            throw e;
        }
    }

    private static List<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(entry -> String.valueOf(entry.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new ConnectorException(Kind.AUTHENTICATION, "The folder " + folder + " may not be listed.", e);
        }
    }

    private static String seen(List<NotRead> notRead) {
        if (notRead.isEmpty()) {
            return ": it is empty.";
        }
        var names = notRead.stream().limit(8).map(NotRead::what).toList();
        return ": seen were " + String.join(", ", names) + (notRead.size() > 8 ? " and others." : ".")
                + " A database among them is opened by naming the file.";
    }
}
