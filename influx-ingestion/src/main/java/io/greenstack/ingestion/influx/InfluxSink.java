package io.greenstack.ingestion.influx;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Singleton;

import io.greenstack.core.message.ItemFault;
import io.greenstack.core.message.PayloadException;
import io.greenstack.core.message.RejectReason;
import io.greenstack.edge.sink.Sink;
import io.greenstack.edge.sink.SinkMessage;
import io.greenstack.edge.sink.SinkResult;

/** InfluxDB, and what takes its line protocol. */
@Singleton
class InfluxSink implements Sink {

    private final InfluxLines composer;
    private final BatchWriter writer;

    InfluxSink(InfluxConfig config, BatchWriter writer, Clock clock) {
        this.composer = new InfluxLines(config.layout().chosen(config.readAs()),
                new ParameterCap(config.maxParametersPerDevice()), config.retention(), clock);
        this.writer = writer;
    }

    @Override
    public List<SinkResult> write(List<SinkMessage> messages) {
        SinkResult[] results = new SinkResult[messages.size()];
        LineWriter lines = new LineWriter();
        for (int i = 0; i < results.length; i++) {
            lines.owner(i);
            try {
                List<ItemFault> faults = composer.add(lines, messages.get(i));
                results[i] = faults.isEmpty() ? SinkResult.STORED : new SinkResult.Partly(faults);
            } catch (PayloadException e) {
                results[i] = new SinkResult.Refused(e.reason(), e.getMessage());
            }
        }
        settle(results, lines, writer.write(lines));
        return Arrays.asList(results);
    }

    /** A message with a point that has to wait waits as a whole; one without any point that is stored is refused. */
    private static void settle(SinkResult[] results, LineWriter lines, WriteReport report) {
        boolean[] stored = new boolean[results.length];
        for (int line = 0; line < lines.lines(); line++) {
            stored[lines.ownerOf(line)] |= !report.refused().containsKey(line);
        }
        report.refused().forEach((line, detail) -> {
            int message = lines.ownerOf(line);
            if (stored[message]) {
                results[message] = partly(results[message], new ItemFault(RejectReason.STORE_REJECTED, detail));
            } else if (!(results[message] instanceof SinkResult.Refused)) {
                results[message] = new SinkResult.Refused(RejectReason.STORE_REJECTED, detail);
            }
        });
        report.partly().forEach((line, details) -> details.forEach(detail -> {
            int message = lines.ownerOf(line);
            results[message] = partly(results[message], new ItemFault(RejectReason.STORE_REJECTED, detail));
        }));
        for (int line = 0; line < lines.lines(); line++) {
            if (!report.isStored(line) && !report.refused().containsKey(line)) {
                results[lines.ownerOf(line)] = new SinkResult.Waits(report.pause());
            }
        }
    }

    private static SinkResult partly(SinkResult before, ItemFault fault) {
        List<ItemFault> faults = new ArrayList<>(before instanceof SinkResult.Partly partly
                ? partly.faults()
                : List.of());
        faults.add(fault);
        return new SinkResult.Partly(faults);
    }
}
