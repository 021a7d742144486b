package io.hindcast.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviatedTest {
    @ParameterizedTest
    @CsvSource({
        "Deposited, 12, Deposited",
        "MoneyDepositedIntoAccount, 12, MoneyDeposi…",
        "com.example.bank.MoneyDeposited, 15, …MoneyDeposited",
        "bank/accounts/v2/Opened, 10, …v2/Opened",
        "Paid. Not yet. Not at all., 10, Paid. Not…"
    })
    void a_name_keeps_what_tells_most(String name, int most, String short_) {
        assertThat(Abbreviated.to(most, name)).isEqualTo(short_);
    }
}
