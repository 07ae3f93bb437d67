package io.greenstack.api.telemetry;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.Downloads;
import io.greenstack.api.platform.FileStream;
import io.greenstack.api.table.RowWriter;
import io.greenstack.api.table.Table;
import io.greenstack.api.table.TableFormat;
import io.greenstack.api.table.TableQuery;

/**
 * History as a file, a row for each point. CSV and JSON are written while they are read, so an export of any length takes no
 * memory; when the store fails in the middle, the connection breaks off.
 */
@ApplicationScoped
class HistoryExport {

    private static final List<String> COLUMNS = List.of("timestamp", "parameter", "value", "unit", "label", "status",
            "min", "max", "device_id", "count");

    private final HistoryService history;
    private final TelemetrySettings settings;

    HistoryExport(HistoryService history, TelemetrySettings settings) {
        this.history = history;
        this.settings = settings;
    }

    /** @param empty is run when there is nothing, and may refuse the request */
    RestResponse<FileStream> answer(String name, List<String> devices, HistoryParams params, TableQuery query,
            Runnable empty) {
        TableFormat format = query.chosen();
        if (format == TableFormat.XLSX) {
            List<List<Object>> rows = new ArrayList<>();
            history.export(devices, params, point -> {
                if (rows.size() == settings.maxPoints()) {
                    throw HistoryService.tooMany(settings.maxPoints());
                }
                rows.add(row(point));
            });
            if (rows.isEmpty()) {
                empty.run();
            }
            byte[] book = format.octets(new Table(name, COLUMNS, rows), false);
            return answer(name, format, octets -> octets.write(book));
        }
        return answer(name, format, octets -> write(format, query.marked(), devices, params, empty, octets));
    }

    private static RestResponse<FileStream> answer(String name, TableFormat format, FileStream.Body body) {
        return RestResponse.ResponseBuilder.ok(new FileStream(body), format.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.attachment(name + "." + format.extension())).build();
    }

    private void write(TableFormat format, boolean mark, List<String> devices, HistoryParams params,
            Runnable empty, OutputStream octets) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(octets, StandardCharsets.UTF_8), 1 << 16);
        RowWriter rows = format.rows(writer, COLUMNS, mark);
        boolean[] any = new boolean[1];
        history.export(devices, params, point -> {
            any[0] = true;
            try {
                rows.row(row(point));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (!any[0]) {
            empty.run();
        }
        rows.end();
        writer.flush();
    }

    private static List<Object> row(HistoryPoint point) {
        WindowFigures window = point.window();
        return Arrays.asList(point.timestamp(), point.parameter(), point.value(), point.unit(), point.label(),
                point.status(), window == null ? null : window.min(), window == null ? null : window.max(),
                point.deviceId(), window == null ? null : window.count());
    }
}
