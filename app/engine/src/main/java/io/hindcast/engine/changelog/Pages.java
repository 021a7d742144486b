package io.hindcast.engine.changelog;

/// The keyframes: of every page each version that a block left behind. A keyframe has of each page the last version at or
/// before it, so that keyframes share all pages that did not change between them.
final class Pages {
    private final Bytes words;
    private final Bytes keyframes; // by version
    private final Versions versions;
    private final int pages;

    /// @param begin by page, where its versions begin in `sorted`
    /// @param sorted numbers of versions, by page and then by keyframe
    @SuppressWarnings("ArrayRecordComponent")
    record Versions(int[] begin, Bytes sorted) {}

    Pages(Bytes words, Bytes keyframes, Versions versions, int pages) {
        this.words = words;
        this.keyframes = keyframes;
        this.versions = versions;
        this.pages = pages;
    }

    long held() {
        return words.held() + keyframes.held() + versions.sorted.held() + 4L * versions.begin.length;
    }

    /// The word of a place in a keyframe.
    long word(int keyframe, int place) {
        int page = place / Places.PAGE;
        if (page >= pages || page + 1 >= versions.begin.length) {
            return Word.ABSENT;
        }
        int low = versions.begin[page];
        int high = versions.begin[page + 1] - 1;
        int found = -1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int version = versions.sorted.intAt(4L * middle);
            if (keyframes.intAt(4L * version) <= keyframe) {
                found = version;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found < 0
                ? Word.ABSENT
                : words.longAt(((long) found * Places.PAGE + place % Places.PAGE) * Long.BYTES);
    }
}
