package io.hindcast.audit.publish;

import io.hindcast.audit.horizon.Horizon;
import io.hindcast.audit.mark.MarkFailure;
import io.hindcast.audit.report.Attachment;
import io.hindcast.audit.template.ReportQuestion;
import io.hindcast.audit.template.ReviewMarks;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.session.FoldText;
import io.hindcast.engine.state.Bool;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.engine.whatif.Hypothesis;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import io.hindcast.event.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What a report says about itself, for a person and for a second run.
///
/// `{"hindcastManifest":1,"run":{…},"content":{…},"contentSha256","files":[…]}`: `run` is who, when and how it was to look;
/// `content` is what follows from the program, the store and the question, and its hash stands on the cover; `files` are
/// those that were written, with their hashes.
public final class Manifest {
    /// Rises when a reader of today would misunderstand what is written.
    static final long FORMAT = 1;

    static final String ENDING = ".manifest.json";

    private final Fields whole;

    private Manifest(Fields whole) {
        this.whole = whole;
    }

    /// Before the files are known that carry the manifest themselves.
    static Manifest of(Fields run, Fields content) {
        return new Manifest(Fields.of("hindcastManifest", Num.of(FORMAT))
                .with("run", run)
                .with("content", content)
                .with("contentSha256", new Text(hash(content))));
    }

    Manifest withFiles(List<Attachment> files) {
        return new Manifest(whole.with("files", files(files)));
    }

    static Items files(List<Attachment> files) {
        return new Items(files.stream().map(Manifest::file).toList());
    }

    private static StateValue file(Attachment file) {
        return Fields.of("name", new Text(file.name()))
                .with("mediaType", new Text(file.mediaType()))
                .with("bytes", Num.of(file.bytes()))
                .with("sha256", new Text(file.sha256()));
    }

    /// @throws PublishFailure with a sentence when the file cannot be read or is no manifest
    public static Manifest read(Path file, PayloadDecoder decoder) {
        try {
            StateValue value = decoder.decode(
                    ByteSlice.of(Files.readAllBytes(file)), PayloadShape.of(PayloadShape.Formats.JSON));
            if (value instanceof Fields fields && fields.field("hindcastManifest") instanceof Num format) {
                if (!format.equals(Num.of(FORMAT))) {
                    throw new PublishFailure("%s is a manifest of format %s; this program reads format %d."
                            .formatted(file.getFileName(), format.digits(), FORMAT));
                }
                return new Manifest(fields);
            }
            throw new PublishFailure(file.getFileName() + " is no manifest of a report.");
        } catch (IOException failure) {
            throw new PublishFailure("The manifest " + file + " cannot be read.", failure);
        }
    }

    String text() {
        return StateText.pretty(whole) + "\n";
    }

    String contentSha256() {
        return text("/contentSha256");
    }

    /// Whether the content has the hash that is stated.
    boolean isIntact() {
        return whole.field("content") instanceof Fields content && hash(content).equals(contentSha256());
    }

    private static String hash(Fields content) {
        byte[] bytes = StateText.compact(content).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Folder.sha256().digest(bytes));
    }

    /// Where the store was, as it was typed.
    public String location() {
        return text("/content/store/location");
    }

    /// @throws IllegalArgumentException with a sentence when it cannot be read
    public ReportQuestion question() {
        return ReportQuestion.of(fields("/content/query"));
    }

    /// Named settings of the connector, no secrets.
    public Fields settings() {
        return fields("/content/store/settings");
    }

    public String foldName() {
        return text("/content/fold/name");
    }

    public String foldDigest() {
        return text("/content/fold/digest");
    }

    String foldOrigin() {
        return text("/content/fold/origin");
    }

    /// The text of the fold, where it is one.
    public Optional<FoldText> foldText() {
        String name = text("/content/fold/fileName");
        return name.isEmpty() ? Optional.empty() : Optional.of(new FoldText(name, text("/content/fold/text")));
    }

    /// What the report supposed to be otherwise than it was recorded.
    ///
    /// @throws PublishFailure with a sentence when it cannot be read
    public Hypothesis supposed() {
        try {
            return at("/content/fold/supposed") instanceof Items items ? SupposedText.read(items) : question().supposed();
        } catch (DateTimeException | ArithmeticException failure) {
            throw new PublishFailure("What the manifest supposes cannot be read.", failure);
        }
    }

    /// The marks that were taken up.
    ReviewMarks marks() {
        try {
            return ReviewMarks.read(fields("/content/marks"));
        } catch (MarkFailure | ArithmeticException failure) {
            throw new PublishFailure("The marks in the manifest cannot be read.", failure);
        }
    }

    /// The text of the masks that lay over the report; nothing where there were none.
    public Optional<String> masks() {
        return at("/content/masks/text") instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /// Tells which key its pseudonyms were made with.
    public Optional<String> maskKeyFingerprint() {
        return at("/content/masks/keyFingerprint") instanceof Text(String key) ? Optional.of(key) : Optional.empty();
    }

    Horizon horizon() {
        try {
            Optional<Position> position = Position.parse(text("/content/horizon/position"));
            String instant = text("/content/horizon/recordedAt");
            if (position.isPresent()) {
                return new Horizon.AtPosition(position.get());
            }
            return instant.isEmpty() ? new Horizon.Open() : new Horizon.AtInstant(Instant.parse(instant));
        } catch (DateTimeException failure) {
            throw new PublishFailure("The manifest's horizon cannot be read.", failure);
        }
    }

    String base() {
        return text("/run/base");
    }

    boolean byteOrderMark() {
        return whole.at(FieldPath.parse("/content/notation/byteOrderMark")).equals(Bool.TRUE);
    }

    /// The files that a second run is compared with.
    List<Stated> evidence() {
        return whole.at(FieldPath.parse("/content/evidence")) instanceof Items items
                ? items.values().stream()
                        .map(one -> new Stated(textOf(one, "/name"), textOf(one, "/sha256")))
                        .toList()
                : List.of();
    }

    /// Names of the files that were written with it.
    List<String> files() {
        return whole.field("files") instanceof Items items
                ? items.values().stream().map(one -> textOf(one, "/name")).filter(name -> !name.isEmpty()).toList()
                : List.of();
    }

    /// A file as the manifest states it.
    record Stated(String name, String sha256) {}

    /// Facts of the content to compare, in the order of their weight.
    StateValue at(String path) {
        return whole.at(FieldPath.parse(path));
    }

    private Fields fields(String path) {
        return at(path) instanceof Fields fields ? fields : Fields.EMPTY;
    }

    private String text(String path) {
        return textOf(whole, path);
    }

    private static String textOf(StateValue value, String path) {
        return value.at(FieldPath.parse(path)) instanceof Text(String text) ? text : "";
    }
}
