package io.hindcast.desktop.paint;

import java.util.Arrays;

/// Pixels in a heap array, opaque, painted by rectangles. Counts what it paints, so that tests can bound it.
/// Everything outside is cut off.
public final class Raster {
    private final int[] pixels;
    private final int width;
    private final int height;
    private long rectangles;

    public Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int[] pixels() {
        return pixels;
    }

    /// How many rectangles and shapes were painted since the last [#forget()].
    public long painted() {
        return rectangles;
    }

    public void forget() {
        rectangles = 0;
    }

    /// Fills [x0, x1) by [y0, y1) with an opaque colour.
    public void fill(int x0, int y0, int x1, int y1, int argb) {
        rectangles++;
        int left = Math.max(0, x0);
        int right = Math.min(width, x1);
        if (left >= right) {
            return;
        }
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            Arrays.fill(pixels, y * width + left, y * width + right, argb);
        }
    }

    /// Lays a colour over [x0, x1) by [y0, y1) with its own opacity. What lies below is mostly of one colour, so the
    /// last mixture is kept.
    public void shade(int x0, int y0, int x1, int y1, int argb) {
        rectangles++;
        int below = 0xFF000000;
        int mixed = over(below, argb, argb >>> 24);
        int left = Math.max(0, x0);
        int right = Math.min(width, x1);
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            for (int at = y * width + left; at < y * width + right; at++) {
                if (pixels[at] != below) {
                    below = pixels[at];
                    mixed = over(below, argb, argb >>> 24);
                }
                pixels[at] = mixed;
            }
        }
    }

    /// A filled disc with soft edges.
    public void disc(double cx, double cy, double radius, int argb) {
        rectangles++;
        int top = (int) Math.floor(cy - radius - 1);
        int bottom = (int) Math.ceil(cy + radius + 1);
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            int left = (int) Math.floor(cx - radius - 1);
            int right = (int) Math.ceil(cx + radius + 1);
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                double distance = Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
                dot(x, y, argb, radius + 0.5 - distance);
            }
        }
    }

    /// A filled square on its corner with soft edges.
    public void diamond(double cx, double cy, double radius, int argb) {
        rectangles++;
        for (int y = (int) Math.max(0, cy - radius - 1); y < Math.min(height, cy + radius + 2); y++) {
            for (int x = (int) Math.max(0, cx - radius - 1); x < Math.min(width, cx + radius + 2); x++) {
                double distance = Math.abs(x + 0.5 - cx) + Math.abs(y + 0.5 - cy);
                dot(x, y, argb, (radius + 0.5 - distance) * 0.8 + 0.2);
            }
        }
    }

    /// A filled triangle that points down, with soft edges.
    public void triangle(double cx, double top, double size, int argb) {
        rectangles++;
        for (int y = (int) Math.max(0, top); y < Math.min(height, top + size); y++) {
            double half = (size - (y + 0.5 - top)) * 0.62;
            for (int x = (int) Math.max(0, cx - size); x < Math.min(width, cx + size); x++) {
                dot(x, y, argb, half + 0.5 - Math.abs(x + 0.5 - cx));
            }
        }
    }

    private void dot(int x, int y, int argb, double cover) {
        if (cover > 0) {
            int alpha = (int) Math.round(Math.min(1, cover) * (argb >>> 24));
            pixels[y * width + x] = over(pixels[y * width + x], argb, alpha);
        }
    }

    /// Mixes a colour over an opaque one.
    public static int over(int below, int above, int alpha) {
        int red = mix(below >>> 16 & 0xFF, above >>> 16 & 0xFF, alpha);
        int green = mix(below >>> 8 & 0xFF, above >>> 8 & 0xFF, alpha);
        int blue = mix(below & 0xFF, above & 0xFF, alpha);
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static int mix(int below, int above, int alpha) {
        return (below * (255 - alpha) + above * alpha + 127) / 255;
    }
}
