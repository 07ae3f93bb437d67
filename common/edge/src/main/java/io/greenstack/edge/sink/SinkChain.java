package io.greenstack.edge.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.greenstack.core.message.ItemFault;

/**
 * Several sinks, one after the other: a message is stored when all have it. The first ones are those in which equal readings replace
 * each other, since they get a message again when a later one is away. What one refuses, those behind it do not get.
 */
public final class SinkChain implements Sink {

    private final List<Sink> sinks;

    /** @param sinks in the order in which they get a message */
    public SinkChain(List<Sink> sinks) {
        this.sinks = List.copyOf(sinks);
    }

    @Override
    public List<SinkResult> write(List<SinkMessage> messages) {
        SinkResult[] results = new SinkResult[messages.size()];
        Arrays.fill(results, SinkResult.STORED);
        for (Sink sink : sinks) {
            List<Integer> places = new ArrayList<>();
            List<SinkMessage> wanted = new ArrayList<>();
            for (int i = 0; i < results.length; i++) {
                if (results[i] instanceof SinkResult.Stored || results[i] instanceof SinkResult.Partly) {
                    places.add(i);
                    wanted.add(messages.get(i));
                }
            }
            if (wanted.isEmpty()) {
                break;
            }
            List<SinkResult> written = sink.write(wanted);
            for (int i = 0; i < places.size(); i++) {
                results[places.get(i)] = both(results[places.get(i)], written.get(i));
            }
        }
        return Arrays.asList(results);
    }

    private static SinkResult both(SinkResult before, SinkResult now) {
        if (before instanceof SinkResult.Partly first && now instanceof SinkResult.Stored) {
            return first;
        }
        if (before instanceof SinkResult.Partly first && now instanceof SinkResult.Partly second) {
            List<ItemFault> faults = new ArrayList<>(first.faults());
            faults.addAll(second.faults());
            return new SinkResult.Partly(faults);
        }
        return now;
    }
}
