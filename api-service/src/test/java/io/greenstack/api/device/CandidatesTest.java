package io.greenstack.api.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.greenstack.descriptions.DescriptionFormat;
import io.greenstack.descriptions.Release;
import io.greenstack.descriptions.eds.EdsFormat;
import io.greenstack.descriptions.iodd.IoddFormat;

class CandidatesTest {

    private static final DescriptionFormat IODD = new IoddFormat();
    private static final DescriptionFormat EDS = new EdsFormat();

    private static int number(String revision, int part) {
        return Integer.parseInt(revision.split("\\.")[part]);
    }

    private static Release match(long id, String vendor, String revision, String... products) {
        return new Release(id, vendor, List.of(products), revision == null ? null : number(revision, 0),
                revision == null ? null : number(revision, 1), null, null);
    }

    private static DeviceIdentity ioLink(String productId) {
        return new DeviceIdentity("IODD", 65535L, 1L, null, productId, null);
    }

    private static DeviceIdentity eds(String revision) {
        return new DeviceIdentity("EDS", 1L, 2L, revision, null, null);
    }

    @Test
    void theNewestIsTaken() {
        assertThat(Candidates.choose(IODD, ioLink(null), List.of(match(2, "ACME", null), match(1, "acme ", null))))
                .contains(2L);
        assertThat(Candidates.choose(IODD, ioLink(null), List.of())).isEmpty();
    }

    @Test
    void theProductIdNarrowsTheChoice() {
        List<Release> shared = List.of(match(2, "ACME", null, "A-1", "A-2"),
                match(1, "Umbrella", null, "U-1"));
        assertThat(Candidates.choose(IODD, ioLink("u-1"), shared)).contains(1L);
        assertThat(Candidates.choose(IODD, ioLink("A-2 "), shared)).contains(2L);
    }

    @Test
    void twoVendorsOfOneIdentityAreNoChoice() {
        List<Release> shared = List.of(match(2, "ACME", null, "A-1"), match(1, "Umbrella", null, "U-1"));
        assertThat(Candidates.choose(IODD, ioLink(null), shared)).isEmpty();
        assertThat(Candidates.choose(IODD, ioLink("other"), shared)).isEmpty();
    }

    @Test
    void revisionsAreNumbersOfTwoParts() {
        List<Release> revisions = List.of(match(3, "V", "2.10"), match(2, "V", "2.1"), match(1, "V", "1.1"));
        assertThat(Candidates.choose(EDS, eds("2.1"), revisions)).contains(2L);
        assertThat(Candidates.choose(EDS, eds("2.10"), revisions)).contains(3L);
        assertThat(Candidates.choose(EDS, eds("2.7"), revisions)).contains(3L);
        assertThat(Candidates.choose(EDS, eds("3.1"), revisions)).isEmpty();
        assertThat(Candidates.choose(EDS, eds(null), revisions)).contains(3L);
    }
}
