package io.greenstack.api.twin.model;

import static io.greenstack.api.twin.model.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.greenstack.api.twin.model.ReportReader.TimeSource;
import io.greenstack.api.twin.model.Twin.Rejection;
import io.greenstack.api.twin.model.Twin.Section;

class TwinTest {

    private static final long NOW = 1_700_000_000_000L;

    private static Twin desire(Twin twin, String patch) {
        return twin.desire(object(patch), "user:ann", NOW, true).twin();
    }

    private static Twin report(Twin twin, String payload) {
        return twin.report(ReportReader.read(object(payload), NOW + 1, TimeSource.ARRIVAL), true).twin();
    }

    private static Twin reportAt(Twin twin, String payload, long time) {
        return twin.report(ReportReader.read(object(payload), time, TimeSource.DEVICE), true).twin();
    }

    @Test
    void wantedValuesAreTheDeltaUntilTheyAreReported() {
        Twin wanted = desire(Twin.none(), "{'V_Mode':2,'V_Rec':{'1':true,'2':[1,2]}}");
        assertThat(wanted.version()).isEqualTo(1);
        assertThat(wanted.delta()).isEqualTo(object("{'V_Mode':2,'V_Rec':{'1':true,'2':[1,2]}}"));
        assertThat(wanted.desired().meta()).containsOnlyKeys("/V_Mode", "/V_Rec/1", "/V_Rec/2")
                .containsEntry("/V_Mode", new LeafMeta(NOW, "user:ann", 1));

        Twin partly = report(wanted, "{'V_Mode':2,'V_Rec':{'1':true}}");
        assertThat(partly.delta()).isEqualTo(object("{'V_Rec':{'2':[1,2]}}"));
        assertThat(partly.desired().values()).isEqualTo(partly.delta());
        assertThat(partly.reported().meta().get("/V_Mode")).isEqualTo(new LeafMeta(NOW + 1, Twin.DEVICE, 2));

        Twin all = report(partly, "{'V_Rec':{'2':[1,2]}}");
        assertThat(all.delta()).isEmpty();
        assertThat(all.desired()).isEqualTo(Section.empty());
        assertThat(all.reported().values()).isEqualTo(object("{'V_Mode':2,'V_Rec':{'1':true,'2':[1,2]}}"));
    }

    @Test
    void awsEmbeddedC229AndC15aLaterChangeAtTheDeviceIsNotUndoneByWhatWasWantedOnce() {
        Twin twin = report(desire(Twin.none(), "{'V_Mode':2}"), "{'V_Mode':2}");

        Twin changedByHand = report(twin, "{'V_Mode':3}");

        assertThat(changedByHand.delta()).isEmpty();
        assertThat(changedByHand.deltaVersion()).isEqualTo(twin.deltaVersion());
    }

    @Test
    void theSameHoldsForAWishThatWasFulfilledAlready() {
        Twin twin = report(Twin.none(), "{'V_Mode':2}");

        Change change = twin.desire(object("{'V_Mode':2.0}"), "user:ann", NOW, true);

        assertThat(change.effective()).isFalse();
        assertThat(report(change.twin(), "{'V_Mode':3}").delta()).isEmpty();
    }

    @Test
    void withoutTheOptionAFulfilledWishStaysAndIsNoDelta() {
        Twin twin = Twin.none().desire(object("{'a':1}"), "user:ann", NOW, false).twin();
        Twin reported = twin.report(ReportReader.read(object("{'a':1}"), NOW, TimeSource.ARRIVAL), false).twin();

        assertThat(reported.delta()).isEmpty();
        assertThat(reported.desired().values()).isEqualTo(object("{'a':1}"));
    }

    @Test
    void awsEmbeddedC98aRejectedValueEndsTheLoopAndSaysWhy() {
        Twin wanted = desire(Twin.none(), "{'V_Limit':900,'V_Mode':1}");

        Twin rejected = report(wanted, "{'rejected':{'V_Limit':{'reason':'above 800','code':'0x8031'}},'version':1}");

        assertThat(rejected.delta()).isEqualTo(object("{'V_Mode':1}"));
        assertThat(rejected.desired().values()).isEqualTo(object("{'V_Limit':900,'V_Mode':1}"));
        assertThat(rejected.rejections()).isEqualTo(
                Map.of("/V_Limit", new Rejection("above 800", "0x8031", NOW + 1, 2)));
        Twin repeated = report(rejected, "{'rejected':{'V_Limit':'above 800'}}");
        assertThat(repeated).isSameAs(rejected);
        Twin wantedAgain = desire(rejected, "{'V_Limit':900}");
        assertThat(wantedAgain).isSameAs(rejected);
        Twin wantedElse = desire(rejected, "{'V_Limit':700}");
        assertThat(wantedElse.delta()).isEqualTo(object("{'V_Limit':700,'V_Mode':1}"));
        assertThat(wantedElse.rejections()).isEmpty();
        assertThat(desire(rejected, "{'V_Limit':null}").rejections()).isEmpty();
        assertThat(report(rejected, "{'V_Limit':900}").rejections()).isEmpty();
    }

    @Test
    void aRejectionOfWhatWasWantedBeforeDoesNotHitWhatIsWantedNow() {
        Twin twin = desire(desire(Twin.none(), "{'a':1}"), "{'a':2}");

        Twin late = report(twin, "{'rejected':{'a':{'reason':'no'}},'version':1}");

        assertThat(late).isSameAs(twin);
    }

    @Test
    void rejectionsNestAndMayUsePointers() {
        Twin twin = desire(Twin.none(), "{'r':{'1':1,'2':2},'s/t':3}");

        assertThat(report(twin, "{'rejected':{'r':{'2':{'reason':'no'}}}}").delta())
                .isEqualTo(object("{'r':{'1':1},'s/t':3}"));
        assertThat(report(twin, "{'rejected':{'r':'read only','/s~1t':'no'}}").delta()).isEmpty();
        assertThat(report(twin, "{'rejected':{'unknown':'no'}}")).isSameAs(twin);
    }

    @Test
    void awsEmbeddedC32AndPython92EachDeltaHasAHigherVersionThanTheOneBefore() {
        Twin first = desire(Twin.none(), "{'a':1,'b':1}");
        Twin second = report(first, "{'a':1}");
        Twin unrelated = report(second, "{'x':5}");
        Twin third = desire(unrelated, "{'b':2}");

        assertThat(first.deltaVersion()).isEqualTo(1);
        assertThat(second.deltaVersion()).isEqualTo(2);
        assertThat(unrelated.version()).isEqualTo(3);
        assertThat(unrelated.deltaVersion()).as("no delta is published anew, none can be taken for old").isEqualTo(2);
        assertThat(third.deltaVersion()).isEqualTo(4);
    }

    @Test
    void dittoThing696TheTwinItselfKnowsWhatIsStillWanted() {
        Twin twin = report(Twin.none(), "{'feature':{'limit':20,'mode':'a'}}");

        Twin wanted = desire(twin, "{'feature':{'limit':21}}");

        assertThat(wanted.delta()).isEqualTo(object("{'feature':{'limit':21}}"));
        assertThat(report(wanted, "{'feature':{'limit':21.0}}").desired()).isEqualTo(Section.empty());
    }

    @Test
    void awsSdkJs68DeletingDoesNotResetTheVersionAndAnOldOneNeverReturns() {
        Twin twin = report(desire(Twin.none(), "{'a':1}"), "{'b':1}");

        Twin deleted = twin.delete(NOW + 2).twin();

        assertThat(deleted.deleted()).isTrue();
        assertThat(deleted.version()).isEqualTo(3);
        assertThat(deleted.reported()).isEqualTo(Section.empty());
        assertThat(deleted.delete(NOW + 3).effective()).isFalse();
        assertThat(Twin.none().delete(NOW).effective()).isFalse();
        Twin again = desire(deleted, "{'a':2}");
        assertThat(again.version()).isEqualTo(4);
        assertThat(again.deleted()).isFalse();
    }

    @Test
    void aRepeatedReportChangesNothing() {
        Twin twin = report(Twin.none(), "{'a':1,'b':{'c':[1,2]}}");

        assertThat(report(twin, "{'a':1.0,'b':{'c':[1,2.0]}}")).isSameAs(twin);
    }

    @Test
    void aLateReportDoesNotReplaceWhatTheDeviceSaidLater() {
        Twin twin = reportAt(Twin.none(), "{'a':1,'b':1}", NOW);
        Twin newer = reportAt(twin, "{'a':2}", NOW + 10);

        Twin late = reportAt(newer, "{'a':1,'b':5,'timestamp':0}", NOW + 5);

        assertThat(late.reported().values()).isEqualTo(object("{'a':2,'b':5}"));
        assertThat(late.reportedAt()).isEqualTo(NOW + 10);
        assertThat(reportAt(newer, "{'a':null}", NOW + 5)).isSameAs(newer);
    }

    private static Twin arrived(Twin twin, String payload, long time) {
        return twin.report(ReportReader.read(object(payload), time, TimeSource.ARRIVAL), true).twin();
    }

    private static Twin replayed(Twin twin, String payload, long time, TimeSource source) {
        return twin.report(ReportReader.read(object(payload), time, source).replayed(true), true).twin();
    }

    private static Twin replayed(Twin twin, String payload, long time) {
        return replayed(twin, payload, time, TimeSource.ARRIVAL);
    }

    @Test
    void aReplayReplacesOnlyWhatWasReportedBeforeItArrivedFirst() {
        Twin twin = arrived(Twin.none(), "{'old':1,'r':{'1':1,'2':1},'list':[1]}", NOW);
        Twin newer = arrived(twin, "{'new':2,'r':{'2':2}}", NOW + 100);

        Twin replay = replayed(newer, "{'old':5,'new':5,'r':{'1':5,'2':5},'list':[5],'added':5}", NOW + 50);

        assertThat(replay.reported().values())
                .isEqualTo(object("{'old':5,'r':{'1':5,'2':2},'list':[5],'new':2,'added':5}"));
        assertThat(replay.reported().meta().get("/old").timestamp()).isEqualTo(NOW + 50);
        assertThat(replayed(replay, "{'old':5,'new':5,'r':{'1':5,'2':5},'list':[5],'added':5}", NOW + 50))
                .as("the same replay again").isSameAs(replay);
        assertThat(replayed(newer, "{'new':null,'r':null}", NOW + 50)).isSameAs(newer);
        assertThat(replayed(newer, "{'r':7}", NOW + 50)).as("a part of it is newer").isSameAs(newer);
        assertThat(replayed(replay, "{'old':6}", NOW + 50).reported().values().get("old").intValue())
                .as("of the same time the last one counts").isEqualTo(6);
    }

    @Test
    void aReplayBringsNothingBackThatWasRemovedLater() {
        Twin twin = arrived(Twin.none(), "{'a':1,'b':1,'r':{'1':1}}", NOW);
        Twin removed = arrived(twin, "{'a':null}", NOW + 100);

        assertThat(replayed(removed, "{'a':5,'b':5}", NOW + 50).reported().values())
                .isEqualTo(object("{'b':5,'r':{'1':1}}"));
        assertThat(replayed(removed, "{'a':5}", NOW + 150).reported().values().get("a").intValue()).isEqualTo(5);
        assertThat(arrived(removed, "{'a':6}", NOW + 50).reported().values().get("a").intValue())
                .as("what is no replay is applied in its order").isEqualTo(6);
        Twin replaced = arrived(arrived(twin, "{'r':7}", NOW + 100), "{'r':{'2':2}}", NOW + 101);
        assertThat(replayed(replaced, "{'r':{'1':5}}", NOW + 50)).isSameAs(replaced);
        Twin deleted = twin.delete(NOW + 100).twin();
        assertThat(replayed(deleted, "{'a':5}", NOW + 50)).isSameAs(deleted);
        assertThat(replayed(deleted, "{'a':5}", NOW + 150).reported().values()).isEqualTo(object("{'a':5}"));
    }

    @Test
    void aReplayWithATimeOfTheDeviceGoesByThatTimeAlsoAmongReportsWithoutOne() {
        Twin twin = arrived(Twin.none(), "{'a':1}", NOW + 100);

        assertThat(replayed(twin, "{'a':5}", NOW + 50, TimeSource.DEVICE)).isSameAs(twin);
        assertThat(replayed(twin, "{'a':5}", NOW + 150, TimeSource.DEVICE).reported().values())
                .isEqualTo(object("{'a':5}"));
        assertThat(replayed(twin, "{'a':5,'b':5}", NOW + 150, TimeSource.RETAINED).reported().values())
                .isEqualTo(object("{'a':1,'b':5}"));
    }

    @Test
    void aReplayRejectsNothingThatWasWantedLater() {
        Twin twin = desire(Twin.none(), "{'a':1}");

        assertThat(replayed(twin, "{'rejected':{'a':'no'}}", NOW - 50)).isSameAs(twin);
        assertThat(replayed(twin, "{'rejected':{'a':'no'}}", NOW + 50).rejections()).containsOnlyKeys("/a");
    }

    @Test
    void whatIsReportedAgainAfterARefusedReportIsNewerThanThat() {
        Twin twin = arrived(Twin.none(), "{'a':1,'b':1,'list':[1]}", NOW).refuse(NOW + 50);
        assertThat(twin.version()).isEqualTo(1);

        Twin again = arrived(twin, "{'a':1,'list':[1]}", NOW + 100);

        assertThat(again.reported().values()).isEqualTo(twin.reported().values());
        assertThat(again.reported().meta().get("/a")).isEqualTo(new LeafMeta(NOW + 100, Twin.DEVICE, 2));
        assertThat(arrived(again, "{'a':1,'list':[1]}", NOW + 200)).as("once is enough").isSameAs(again);
        assertThat(replayed(again, "{'a':5,'b':5,'list':[5]}", NOW + 50).reported().values())
                .isEqualTo(object("{'a':1,'b':5,'list':[1]}"));
    }

    @Test
    void reportsOfTheSameMillisecondAreTakenInInTheirOrder() {
        Twin twin = arrived(arrived(Twin.none(), "{'a':1}", NOW), "{'a':2}", NOW);

        assertThat(twin.reported().values()).isEqualTo(object("{'a':2}"));
        assertThat(arrived(twin, "{'a':2}", NOW)).isSameAs(twin);
        assertThat(arrived(twin, "{'a':3}", NOW - 1).reported().values()).isEqualTo(object("{'a':3}"));
    }

    @Test
    void aRetainedReportOfUnknownAgeFillsGapsOnly() {
        Twin twin = report(desire(Twin.none(), "{'c':1}"), "{'a':2}");

        Twin retained = twin.report(ReportReader.read(object("{'reported':{'a':1,'b':1},'rejected':{'c':'no'}}"), NOW,
                TimeSource.RETAINED), true).twin();

        assertThat(retained.reported().values()).isEqualTo(object("{'a':2,'b':1}"));
        assertThat(retained.delta()).isEqualTo(object("{'c':1}"));
    }

    @Test
    void aDeviceWithoutAClockIsAppliedInTheOrderOfArrival() {
        Twin twin = report(Twin.none(), "{'a':1}");

        assertThat(reportAt(twin, "{'a':2}", NOW - 100_000).reported().values()).isEqualTo(object("{'a':2}"));
    }

    @Test
    void somebodyElseMayReportInTheNameOfTheDevice() {
        Twin twin = Twin.none().reportAs(object("{'a':1}"), "user:gateway", NOW, true).twin();

        assertThat(twin.reported().meta().get("/a")).isEqualTo(new LeafMeta(NOW, "user:gateway", 1));
    }

    @Test
    void anEnvelopeIsToldFromValuesOfTheSameName() {
        assertThat(report(Twin.none(), "{'reported':{'a':1},'timestamp':1}").reported().values())
                .isEqualTo(object("{'a':1}"));
        assertThat(report(Twin.none(), "{'reported':{'a':1},'b':2}").reported().values())
                .isEqualTo(object("{'reported':{'a':1},'b':2}"));
        assertThat(report(Twin.none(), "{'version':'1.4','timestamp':1}").reported().values())
                .isEqualTo(object("{'version':'1.4'}"));
        assertThatThrownBy(() -> ReportReader.read(object("{'rejected':{'a':7}}"), NOW, TimeSource.ARRIVAL))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("rejected/a");
        assertThatThrownBy(() -> ReportReader.read(object("{'rejected':{},'version':'x'}"), NOW, TimeSource.ARRIVAL))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("version");
    }

    @Test
    void theHistoryLearnsWhatReallyChanged() {
        Twin twin = desire(Twin.none(), "{'a':1,'b':1}");

        Change change = twin.report(ReportReader.read(object("{'a':1,'c':2}"), NOW, TimeSource.ARRIVAL), true);

        assertThat(change.patch()).isEqualTo(object("{'reported':{'a':1,'c':2},'desired':{'a':null}}"));
        assertThat(change.twin().desire(object("{'b':1,'d':null}"), "user:ann", NOW, true).patch()).isEmpty();
    }
}
