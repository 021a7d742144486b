package io.hindcast.bench.data;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.StoredSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Snapshots against the replay as a Java programmer would test them: events, states and snapshots are Jackson trees,
/// compared as a whole, numbers by value. One pass, one thread. Knows the movements of [OneStream].
public final class TreeVerifier {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private TreeVerifier() {}

    /// @return how many snapshots match
    public static long verify(Iterable<EventPage> pages, Map<String, List<StoredSnapshot>> snapshots) {
        var states = new HashMap<String, ObjectNode>();
        var next = new HashMap<String, Integer>();
        long matches = 0;
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                String stream = page.stream(row);
                ObjectNode state = states.computeIfAbsent(stream, _ -> begin());
                apply(state, page.type(row), tree(page.data(row)));
                List<StoredSnapshot> mine = snapshots.getOrDefault(stream, List.of());
                int at = next.getOrDefault(stream, 0);
                if (at < mine.size() && mine.get(at).version() == page.version(row)) {
                    matches += tree(mine.get(at).state()).equals(BY_VALUE, state) ? 1 : 0;
                    next.put(stream, at + 1);
                }
            }
        }
        return matches;
    }

    private static ObjectNode begin() {
        var state = JsonNodeFactory.instance.objectNode();
        state.put("balance", BigDecimal.ZERO);
        state.put("movements", 0L);
        state.putObject("accounts");
        return state;
    }

    private static void apply(ObjectNode state, String type, JsonNode event) {
        BigDecimal amount = event.get("amount").decimalValue();
        BigDecimal signed = type.equals("MoneyDeposited") ? amount : amount.negate();
        add(state, "balance", signed);
        state.put("movements", state.get("movements").longValue() + 1);
        var accounts = (ObjectNode) state.get("accounts");
        String name = event.get("accountId").textValue();
        ObjectNode account = accounts.get(name) instanceof ObjectNode known ? known : accounts.putObject(name);
        add(account, "total", signed);
        JsonNode count = account.get("count");
        account.put("count", count == null ? 1L : count.longValue() + 1);
    }

    private static void add(ObjectNode to, String field, BigDecimal amount) {
        JsonNode before = to.get(field);
        to.set(field, DecimalNode.valueOf(before == null ? amount : before.decimalValue().add(amount)));
    }

    private static JsonNode tree(ByteSlice bytes) {
        try {
            return READER.readTree(bytes.array(), bytes.offset(), bytes.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
