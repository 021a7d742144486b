package io.hindcast.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.hindcast.connector.Connector;
import io.hindcast.connector.EventCursor;
import io.hindcast.connector.Location;
import io.hindcast.connector.OpenRequest;
import io.hindcast.connector.ReadRequest;
import io.hindcast.connector.ReadRequest.Detail;
import io.hindcast.connector.ReadRequest.VersionRange;
import io.hindcast.connector.SnapshotReader;
import io.hindcast.connector.SourceInfo;
import io.hindcast.connector.SourceInfo.Capability;
import io.hindcast.event.Bookmark;
import io.hindcast.event.EventPage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/// The contract itself is tested: each broken connector must fail the test that names its defect.
final class ContractMutationTest {
    @Test
    void a_bookmark_that_lags_a_row_behind_is_caught() {
        assertThat(failuresOf(LaggingBookmark.class))
                .contains("a_bookmark_of_the_store_resumes_behind_its_page")
                .doesNotContain("the_whole_store_gives_every_event_in_order");
    }

    @Test
    void a_dropped_row_is_caught() {
        assertThat(failuresOf(DroppedRow.class)).contains("the_whole_store_gives_every_event_in_order");
    }

    @Test
    void a_claim_of_snapshots_without_any_is_caught() {
        assertThat(failuresOf(ClaimsSnapshots.class))
                .containsExactly("snapshots_are_there_exactly_where_they_are_claimed_and_in_order");
    }

    @Test
    void unclaimed_times_and_positions_are_caught() {
        assertThat(failuresOf(ClaimsNothing.class))
                .contains(
                        "positions_are_there_and_rise_exactly_where_a_global_order_is_claimed",
                        "recorded_times_are_there_exactly_where_they_are_claimed",
                        "backward_is_forward_reversed_or_refused");
    }

    @Test
    void a_lower_end_that_is_included_is_caught() {
        assertThat(failuresOf(IncludesLowerEnd.class))
                .containsExactly("a_range_of_versions_excludes_its_lower_and_includes_its_upper_end");
    }

    @Test
    void headers_with_bodies_are_caught() {
        assertThat(failuresOf(HeadersWithBodies.class)).containsExactly("headers_are_events_without_bodies");
    }

    @Test
    void a_proof_that_did_not_hold_is_caught() {
        assertThat(failuresOf(FailedProof.class)).containsExactly("every_read_only_proof_was_given_and_held");
    }

    @Test
    void a_cursor_that_reads_on_after_closing_is_caught() {
        assertThat(failuresOf(NeverCloses.class)).containsExactly("reading_on_after_closing_fails_with_kind_closed");
    }

    private static Set<String> failuresOf(Class<? extends ConnectorContract> mutant) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(mutant))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getTestDescriptor().getLegacyReportingName())
                .map(name -> name.substring(0, name.indexOf('(')))
                .collect(Collectors.toSet());
    }

    abstract static class Mutant extends ConnectorContract {
        @Override
        protected OpenRequest request() {
            return OpenRequest.of(new Location("memory:journal"));
        }

        @Override
        protected KnownHistory history() {
            return KnownHistory.of(TckHistory.events(1));
        }
    }

    static final class LaggingBookmark extends Mutant {
        @Override
        protected Connector connector() {
            return new MutantConnector() {
                @Override
                EventCursor spoil(EventCursor cursor, ReadRequest request) {
                    return new Rebuilt(cursor, page -> copyOf(page, page.size(), lagging(page)));
                }
            };
        }

        private static Bookmark lagging(EventPage page) {
            return page.size() == 1
                    ? page.bookmark()
                    : new Bookmark(page.position(page.size() - 2).orElseThrow().toString());
        }
    }

    static final class DroppedRow extends Mutant {
        @Override
        protected Connector connector() {
            return new MutantConnector() {
                @Override
                EventCursor spoil(EventCursor cursor, ReadRequest request) {
                    return new Rebuilt(
                            cursor,
                            page -> copyOf(page, page.size() > 2 ? page.size() - 1 : page.size(), page.bookmark()));
                }
            };
        }
    }

    static final class ClaimsSnapshots extends Mutant {
        @Override
        protected Connector connector() {
            return claiming(info -> {
                var more = EnumSet.copyOf(info.capabilities());
                more.add(Capability.SNAPSHOTS);
                return more;
            });
        }
    }

    static final class ClaimsNothing extends Mutant {
        @Override
        protected Connector connector() {
            return claiming(_ -> Set.of());
        }
    }

    static final class IncludesLowerEnd extends Mutant {
        @Override
        protected Connector connector() {
            return new MutantConnector() {
                @Override
                ReadRequest spoil(ReadRequest request) {
                    var range = request.versions();
                    return range.after() == Long.MIN_VALUE
                            ? request
                            : request.withVersions(new VersionRange(range.after() - 1, range.upTo()));
                }
            };
        }
    }

    static final class HeadersWithBodies extends Mutant {
        @Override
        protected Connector connector() {
            return new MutantConnector() {
                @Override
                ReadRequest spoil(ReadRequest request) {
                    return request.withDetail(Detail.FULL);
                }
            };
        }
    }

    static final class FailedProof extends Mutant {
        @Override
        protected Connector connector() {
            return new MutantConnector() {
                @Override
                SourceInfo spoil(SourceInfo info) {
                    var proof = new SourceInfo.Proof("session is read-only", "off", false);
                    return with(info, List.of(proof), info.capabilities());
                }
            };
        }
    }

    static final class NeverCloses extends Mutant {
        @Override
        protected Connector connector() {
            return new MutantConnector() {
                @Override
                EventCursor spoil(EventCursor cursor, ReadRequest request) {
                    return new EventCursor() {
                        @Override
                        public Optional<EventPage> next() {
                            return cursor.next();
                        }

                        @Override
                        public void close() {
                            // the defect: the cursor behind stays open
                        }
                    };
                }
            };
        }
    }

    private interface Claim {
        Set<Capability> of(SourceInfo info);
    }

    private static Connector claiming(Claim claim) {
        return new MutantConnector() {
            @Override
            SourceInfo spoil(SourceInfo info) {
                return with(info, info.readOnlyProof(), claim.of(info));
            }

            @Override
            Optional<SnapshotReader> spoil(Optional<SnapshotReader> snapshots) {
                return Optional.empty();
            }
        };
    }

    private static EventPage copyOf(EventPage page, int rows, Bookmark bookmark) {
        var copy = new EventPage.Builder(page.isPositioned(), page.size());
        for (int row = 0; row < rows; row++) {
            MutantConnector.copy(page.event(row), copy);
        }
        return copy.build(bookmark);
    }

    private static SourceInfo with(SourceInfo info, List<SourceInfo.Proof> proofs, Set<Capability> capabilities) {
        return new SourceInfo(
                info.connector(),
                info.system(),
                info.layout(),
                info.recognisedBy(),
                info.storeVersion(),
                proofs,
                info.notRead(),
                capabilities,
                info.data(),
                info.metadata(),
                info.snapshotState(),
                info.fields());
    }
}
