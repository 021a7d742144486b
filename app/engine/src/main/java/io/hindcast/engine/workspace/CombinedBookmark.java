package io.hindcast.engine.workspace;

import io.hindcast.connector.ConnectorException;
import io.hindcast.connector.ConnectorException.Kind;
import io.hindcast.event.Bookmark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The places in all stores of a workspace, as one bookmark: `bank!3!… cards!0!`, the stores' own bookmarks in base 64.
record CombinedBookmark(List<Place> places) {
    CombinedBookmark {
        places = List.copyOf(places);
    }

    /// @param bookmark behind which the page begins; absent at the start of the store
    /// @param rows how many rows of that page were given
    record Place(String alias, Optional<String> bookmark, int rows) {}

    Bookmark written() {
        return new Bookmark(places.stream()
                .map(place -> place.alias() + "!" + place.rows() + "!"
                        + place.bookmark().map(CombinedBookmark::encoded).orElse(""))
                .collect(Collectors.joining(" ")));
    }

    /// @throws ConnectorException when the text was not written by [#written()]
    static CombinedBookmark read(Bookmark bookmark) {
        var places = new ArrayList<Place>();
        for (String part : bookmark.text().split(" ")) {
            String[] pieces = part.split("!", -1);
            if (pieces.length != 3 || !pieces[1].matches("\\d{1,9}")) {
                throw new ConnectorException(Kind.SETTINGS, "The bookmark is not one of a workspace.");
            }
            places.add(new Place(pieces[0], decoded(pieces[2]), Integer.parseInt(pieces[1])));
        }
        return new CombinedBookmark(places);
    }

    Optional<Place> of(Member member) {
        return places.stream().filter(place -> place.alias().equals(member.alias())).findFirst();
    }

    private static String encoded(String text) {
        return "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decoded(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text.substring(1)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw new ConnectorException(Kind.SETTINGS, "The bookmark is not one of a workspace.");
        }
    }
}
