package io.hindcast.sample;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Names of customers and of those who work for them. All invented.
final class People {
    static final String MONTH_END = "system:month-end";
    static final String STANDING_ORDERS = "system:standing-orders";
    static final String PAYMENTS = "system:payments";
    static final String FRAUD_WATCH = "system:fraud-watch";
    static final String DUNNING = "system:dunning";

    private static final List<String> STAFF =
            List.of("m.keller", "s.rossi", "a.novak", "j.meier", "l.dubois", "t.okafor", "r.o'brien");
    private static final List<String> CHANNELS = List.of("branch", "online", "online", "mobile", "mobile", "phone");
    private static final List<String> TENANTS = List.of("zurich", "zurich", "zurich", "geneva", "frankfurt");
    private static final List<String> FIRST = List.of(
            "Ada",
            "Björn",
            "Chiara",
            "Dmitri",
            "Elif",
            "Françoise",
            "Gregor",
            "Hanna",
            "Ines",
            "João",
            "Klára",
            "Lukas",
            "Mei",
            "Noé",
            "Olga",
            "Pietro",
            "Quentin",
            "Rosa",
            "Søren",
            "Tamara",
            "Urs",
            "Věra",
            "Wanda");
    private static final List<String> LAST = List.of(
            "Åkesson", "Bianchi", "Çelik", "Dubois", "Egli", "Fischer", "García", "Hofer", "Ivanova", "Jansen",
            "Kovács", "Lindt", "Müller", "Nowak", "O'Neill", "Petrova", "Quiroga", "Rossi", "Schmid", "Tanaka");
    private static final List<String> FIRMS = List.of(
            "Alpine Tools AG",
            "Blue Fjord AS",
            "Café \"Zum Bären\"",
            "Delta Print SA",
            "Edelweiss Reisen GmbH",
            "Fabrik 21 & Co",
            "Granit Bau AG",
            "Helvetic Cycles",
            "Isar Software GmbH",
            "Jura Optik SA");

    private People() {}

    static String customer(Chance chance) {
        return chance.percent(30) ? firm(chance) : chance.of(FIRST) + " " + chance.of(LAST);
    }

    static String firm(Chance chance) {
        return chance.of(FIRMS);
    }

    static String email(String name, Chance chance) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z]+", ".")
                .replaceAll("\\.$", "");
        return "%s.%d@example.test".formatted(plain, chance.between(10, 999));
    }

    static String tenant(Chance chance) {
        return chance.of(TENANTS);
    }

    /// A member of staff or a customer begins something new.
    static Trace begins(String tenant, Chance chance) {
        String channel = chance.of(CHANNELS);
        String ip = channel.equals("online") || channel.equals("mobile")
                ? "203.0.113." + chance.between(1, 254)
                : chance.percent(50) ? "10.20.%d.%d".formatted(chance.below(8), chance.between(1, 254)) : "";
        return new Trace(chance.of(STAFF), channel, ip, tenant, chance.uuid(), "");
    }

    /// A job of the system begins something new.
    static Trace begins(String job, String tenant, Chance chance) {
        return new Trace(job, "batch", "", tenant, chance.uuid(), "");
    }
}
