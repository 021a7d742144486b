package io.hindcast.desktop.shell;

import java.util.List;

/// How many tabs of a strip, from the left, can wear their names; the others show their icon alone, except the chosen one.
/// The answer does not depend on which is chosen, so that no tab moves away under the pointer that chooses it.
///
/// @param named widths with the name, in pixels, in the order of the tabs
/// @param plain width of a tab that shows its icon alone
record TabFit(List<Double> named, double plain) {
    TabFit {
        named = List.copyOf(named);
    }

    /// @return 0 to all of them
    int namedIn(double room) {
        int fit = named.size();
        while (fit > 0 && needed(fit) > room) {
            fit--;
        }
        return fit;
    }

    /// The width of the strip with so many names when, of the rest, the one with the longest name is chosen.
    private double needed(int names) {
        double width = 0;
        double longest = plain;
        for (int i = 0; i < named.size(); i++) {
            width += i < names ? named.get(i) : plain;
            longest = i < names ? longest : Math.max(longest, named.get(i));
        }
        return width + longest - plain;
    }
}
