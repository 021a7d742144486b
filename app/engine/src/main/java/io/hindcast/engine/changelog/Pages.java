package io.hindcast.engine.changelog;

/// The keyframes: of every page each version that a block left behind. A keyframe has of each page the last version at or
/// before it, so that keyframes share all pages that did not change between them.
final class Pages {
    private final Bytes words; // by PageBytes
    private final int[] begin;
    private final Bytes versions;
    private final int pages;

    /// @param words the pages, as [PageBytes] writes them
    /// @param begin by page, where its versions begin in `versions`
    /// @param versions by page and then in their order, two numbers each: the keyframe, and the unit where it begins
    /// @param pages how many there are
    Pages(Bytes words, int[] begin, Bytes versions, int pages) {
        this.words = words;
        this.begin = begin;
        this.versions = versions;
        this.pages = pages;
    }

    long held() {
        return words.held() + versions.held() + 4L * begin.length;
    }

    /// The word of a place in a keyframe.
    long word(int keyframe, int place) {
        int page = place / Places.PAGE;
        if (page >= pages || page + 1 >= begin.length) {
            return Word.ABSENT;
        }
        int low = begin[page];
        int high = begin[page + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (versions.intAt(8L * middle) <= keyframe) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high < begin[page]
                ? Word.ABSENT
                : PageBytes.word(words, versions.intAt(8L * high + 4), place % Places.PAGE);
    }
}
