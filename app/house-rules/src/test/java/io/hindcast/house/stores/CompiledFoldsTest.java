package io.hindcast.house.stores;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.replay.MomentText;
import io.hindcast.engine.replay.StateAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The aggregate of an Axon application, compiled into a jar, over stores that Axon wrote, against their facts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompiledFoldsTest {
    /// Stands in the jar where Axon's own would come from a jar beside it: it is told by its name.
    private static final String MARK =
            """
            package org.axonframework.eventsourcing;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.METHOD)
            public @interface EventSourcingHandler {}
            """;

    private static final String AGGREGATE =
            """
            package bank;
            import java.math.BigDecimal;
            import org.axonframework.eventsourcing.EventSourcingHandler;
            public class BankAccount {
                public record AccountOpened(String accountId, String ownerName, String ownerEmail, BigDecimal overdraftLimit) {}
                public record MoneyDeposited(BigDecimal amount) {}
                public record TransferReceived(BigDecimal amount) {}
                public record InterestPaid(BigDecimal amount) {}
                public record CorrectionPosted(BigDecimal amount) {}
                public record MoneyWithdrawn(BigDecimal amount) {}
                public record TransferSent(BigDecimal amount) {}
                public record FeeCharged(BigDecimal amount) {}
                public record OverdraftLimitChanged(BigDecimal newLimit) {}
                public record OwnerDetailsChanged(String ownerName, String ownerEmail) {}
                public record AccountFrozen(String reason) {}
                public record AccountUnfrozen(String reason) {}
                public record AccountClosed(String reason) {}
                enum Status { OPEN, FROZEN, CLOSED }

                private String accountId;
                private BigDecimal balance = new BigDecimal("0.00");
                private int transactionCount;
                private BigDecimal overdraftLimit;
                private String ownerName;
                private String ownerEmail;
                private Status status;

                BankAccount() {}

                private void move(BigDecimal amount) { balance = balance.add(amount); transactionCount++; }

                @EventSourcingHandler void on(AccountOpened e) {
                    accountId = e.accountId(); ownerName = e.ownerName(); ownerEmail = e.ownerEmail();
                    overdraftLimit = e.overdraftLimit(); status = Status.OPEN;
                }
                @EventSourcingHandler void on(MoneyDeposited e) { move(e.amount()); }
                @EventSourcingHandler void on(TransferReceived e) { move(e.amount()); }
                @EventSourcingHandler void on(InterestPaid e) { move(e.amount()); }
                @EventSourcingHandler void on(CorrectionPosted e) { move(e.amount()); }
                @EventSourcingHandler void on(MoneyWithdrawn e) { move(e.amount().negate()); }
                @EventSourcingHandler void on(TransferSent e) { move(e.amount().negate()); }
                @EventSourcingHandler void on(FeeCharged e) { move(e.amount().negate()); }
                @EventSourcingHandler void on(OverdraftLimitChanged e) { overdraftLimit = e.newLimit(); }
                @EventSourcingHandler void on(OwnerDetailsChanged e) {
                    if (e.ownerName() != null) ownerName = e.ownerName();
                    if (e.ownerEmail() != null) ownerEmail = e.ownerEmail();
                }
                @EventSourcingHandler void on(AccountFrozen e) { status = Status.FROZEN; }
                @EventSourcingHandler void on(AccountUnfrozen e) { status = Status.OPEN; }
                @EventSourcingHandler void on(AccountClosed e) { status = Status.CLOSED; }
            }
            """;

    @TempDir
    private Path scratch = Path.of("");

    private final TestServers servers = new TestServers();

    @AfterAll
    void stopServers() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"axon4-jdbc-h2", "axon5-jpa-h2", "axon4-jdbc-postgresql", "axon5-jpa-postgresql"})
    void states_by_the_aggregate_equal_the_facts(String folder) throws IOException {
        RealStore store = RealStore.all().stream()
                .filter(one -> one.folder().equals(folder))
                .findFirst()
                .orElseThrow();
        List<Facts.Expected> all = new ArrayList<>(store.facts().finals());
        all.addAll(store.facts().moments());
        Path here = Files.createDirectory(scratch.resolve(folder));
        Path fold = Path.of(jar(here) + "#bank.BankAccount");

        try (TestHouse.Opened open = TestHouse.open(store.location(here, servers), store.user(), fold)) {
            for (Facts.Expected expected : all) {
                StateAt answer = open.history(expected.stream())
                        .at(MomentText.parse(expected.at(), ZoneOffset.UTC).orElseThrow());

                assertThat(answer.problems()).as("%s", expected).isEmpty();
                if (expected.eventsApplied() > 0) {
                    expected.state().forEach((field, value) -> assertThat(
                                    RealStoresTest.same(answer.state(), field, value))
                            .as("%s: %s of %s", expected, field, answer.state())
                            .isTrue());
                }
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(40);
    }

    private static Path jar(Path folder) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path mark = Files.writeString(sources.resolve("EventSourcingHandler.java"), MARK);
        Path aggregate = Files.writeString(sources.resolve("BankAccount.java"), AGGREGATE);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), mark.toString(), aggregate.toString());
        assertThat(result).isZero();
        Path jar = folder.resolve("bank.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }
}
