package io.hindcast.desktop.paint;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A raster on screen: exactly as many pixels as the device shows in this place.
public final class PaintedImage extends ImageView {
    private Raster raster = new Raster(1, 1);
    private PixelBuffer<IntBuffer> buffer = buffer(raster);

    public PaintedImage() {
        setManaged(false);
        setMouseTransparent(true);
        setSmooth(false);
        setImage(new WritableImage(buffer));
    }

    /// The raster for a size in logical pixels; a new one only when the size in device pixels changed.
    public Raster sized(double width, double height, double scale) {
        int pixelsWide = (int) Math.max(1, Math.round(width * scale));
        int pixelsHigh = (int) Math.max(1, Math.round(height * scale));
        if (raster.width() != pixelsWide || raster.height() != pixelsHigh) {
            raster = new Raster(pixelsWide, pixelsHigh);
            buffer = buffer(raster);
            setImage(new WritableImage(buffer));
            setViewport(new Rectangle2D(0, 0, pixelsWide, pixelsHigh));
        }
        setFitWidth(pixelsWide / scale);
        setFitHeight(pixelsHigh / scale);
        return raster;
    }

    /// Shows what was painted.
    public void show() {
        buffer.updateBuffer(_ -> null);
    }

    public Raster raster() {
        return raster;
    }

    private static PixelBuffer<IntBuffer> buffer(Raster raster) {
        return new PixelBuffer<>(
                raster.width(), raster.height(), IntBuffer.wrap(raster.pixels()), PixelFormat.getIntArgbPreInstance());
    }
}
