package io.hindcast.desktop.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.desktop.fake.Bank;
import io.hindcast.desktop.fake.Turns;
import io.hindcast.desktop.focus.Focus;
import org.junit.jupiter.api.Test;

class StreamsModelTest {
    private final Turns turns = new Turns();

    private StreamsModel model() throws InterruptedException {
        Focus focus = turns.focus();
        var model = new StreamsModel(focus);
        focus.show(Bank.open());
        turns.settle();
        return model;
    }

    @Test
    void streams_stand_below_their_category() throws InterruptedException {
        StreamsModel model = model();

        Listing listing = model.listingProperty().get();
        assertThat(listing.all()).isEqualTo(49);
        assertThat(listing.rows()).hasSize(49 + 3);
        assertThat(listing.rows().getFirst())
                .isInstanceOfSatisfying(StreamRow.Category.class, head -> {
                    assertThat(head.name()).isEqualTo("account");
                    assertThat(head.streams()).isEqualTo(24);
                });
    }

    @Test
    void a_part_of_the_name_is_enough() throws InterruptedException {
        StreamsModel model = model();

        model.narrowingProperty().set("  l00 ");
        turns.settle();

        assertThat(model.listingProperty().get().listed()).isEqualTo(9);
        assertThat(model.listingProperty().get().all()).isEqualTo(49);
    }

    @Test
    void a_folded_category_keeps_its_head_and_its_count() throws InterruptedException {
        StreamsModel model = model();

        model.fold("account");
        turns.settle();

        Listing listing = model.listingProperty().get();
        assertThat(listing.rows()).hasSize(25 + 3);
        assertThat(listing.listed()).isEqualTo(49);
    }

    @Test
    void choosing_a_stream_moves_the_focus() throws InterruptedException {
        StreamsModel model = model();

        model.choose("loan-L003");
        assertThat(model.focusedStream()).hasValue("loan-L003");
        turns.settle();

        assertThat(model.focus().look().subject().orElseThrow().stream()).isEqualTo("loan-L003");
        assertThat(model.rowOf("loan-L003")).isPositive();
    }
}
