package io.greenstack.bridge.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window(8);

    @Test
    void fallsToOneAndGrowsWithEveryFullWindow() {
        assertThat(window.size()).isEqualTo(8);
        window.refused();
        window.refused();

        assertThat(sizes(8)).containsExactly(1, 2, 4, 5, 6, 7, 8, 8);
    }

    @Test
    void staysBelowWhereItWasRefusedAndTriesMoreAfterAWhile() {
        window.refused();
        window.refused();
        sizes(4);
        assertThat(window.size()).isEqualTo(6);

        window.refused();

        assertThat(sizes(6)).containsExactly(1, 2, 4, 5, 5, 5);
        sizes(50);
        assertThat(window.size()).isEqualTo(6);
    }

    private List<Integer> sizes(int windows) {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            sizes.add(window.size());
            window.taken(window.size());
        }
        return sizes;
    }

    @Test
    void aWindowThatWasNotFullSaysNothing() {
        window.refused();
        window.taken(1);
        window.taken(1);

        assertThat(window.size()).isEqualTo(2);
    }
}
