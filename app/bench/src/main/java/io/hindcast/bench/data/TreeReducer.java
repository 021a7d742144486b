package io.hindcast.bench.data;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/// The account as a Java programmer would fold it: Jackson trees, big decimals, a switch over the types.
public final class TreeReducer {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectReader READER = MAPPER.reader();

    private BigDecimal balance = BigDecimal.ZERO;
    private BigDecimal overdraftLimit = BigDecimal.ZERO;
    private long transactions;
    private String status = "";
    private String owner = "";
    private String currency = "";

    public static AccountState fold(List<EventPage> pages) throws IOException {
        var reducer = new TreeReducer();
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                reducer.apply(page.type(row), tree(page.data(row)));
            }
        }
        return reducer.state();
    }

    /// Only parses.
    public static long parse(List<EventPage> pages) throws IOException {
        long sum = 0;
        for (EventPage page : pages) {
            for (int row = 0; row < page.size(); row++) {
                sum += tree(page.data(row)).size();
            }
        }
        return sum;
    }

    private static JsonNode tree(ByteSlice bytes) throws IOException {
        return READER.readTree(bytes.array(), bytes.offset(), bytes.length());
    }

    private void apply(String type, JsonNode event) {
        switch (type) {
            case "AccountOpened" -> {
                balance = event.get("openingBalance").decimalValue();
                overdraftLimit = event.get("overdraftLimit").decimalValue();
                currency = event.get("currency").textValue();
                owner = event.get("owner").get("name").textValue();
                status = "OPEN";
            }
            case "MoneyDeposited", "TransferReceived", "InterestPaid", "CorrectionPosted" -> {
                balance = balance.add(event.get("amount").decimalValue());
                transactions++;
            }
            case "MoneyWithdrawn", "TransferSent", "FeeCharged" -> {
                balance = balance.subtract(event.get("amount").decimalValue());
                transactions++;
            }
            case "OwnerDetailsChanged" -> owner = event.get("owner").get("name").textValue();
            case "OverdraftLimitChanged" -> overdraftLimit = event.get("newLimit").decimalValue();
            case "AccountFrozen" -> status = "FROZEN";
            case "AccountUnfrozen" -> status = "OPEN";
            case "AccountClosed" -> status = "CLOSED";
            default -> {
                // a type that does not concern the account
            }
        }
    }

    private AccountState state() {
        return new AccountState(
                AccountState.plain(balance),
                Long.toString(transactions),
                status,
                owner,
                AccountState.plain(overdraftLimit),
                currency);
    }
}
