package io.hindcast.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {
    @TempDir
    Path folder;

    @Test
    void another_reader_sees_the_same_pixels() throws IOException {
        var image = picture();

        PictureFile.write(image, folder.resolve("new/picture.png"));

        var read = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("new/picture.png"))));
        assertThat(read.getWidth()).isEqualTo(7);
        assertThat(read.getHeight()).isEqualTo(5);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(colour(x, y));
            }
        }
    }

    @Test
    void the_same_pixels_give_the_same_bytes() throws IOException {
        assertThat(PictureFile.encode(picture())).isEqualTo(PictureFile.encode(picture()));
    }

    private static WritableImage picture() {
        var image = new WritableImage(7, 5);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                image.getPixelWriter().setArgb(x, y, colour(x, y));
            }
        }
        return image;
    }

    private static int colour(int x, int y) {
        return 0xFF000000 | (x * 36) << 16 | (y * 51) << 8 | (x + y) * 20;
    }
}
