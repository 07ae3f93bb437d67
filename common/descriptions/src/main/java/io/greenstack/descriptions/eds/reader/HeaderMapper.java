package io.greenstack.descriptions.eds.reader;

import java.util.List;

import io.greenstack.descriptions.eds.model.EdsDate;
import io.greenstack.descriptions.eds.model.EdsDevice;
import io.greenstack.descriptions.eds.model.EdsField;
import io.greenstack.descriptions.eds.model.EdsFile.DeviceClass;
import io.greenstack.descriptions.eds.model.EdsFile.FileInfo;
import io.greenstack.descriptions.eds.model.EdsRevision;
import io.greenstack.descriptions.eds.model.EdsSection.EdsFileEntry;

/** Reads [File], [Device] and [Device Classification]. */
final class HeaderMapper {

    FileInfo file(List<EdsFileEntry> entries) {
        return new FileInfo(text(entries, "DescText"),
                EdsDate.of(text(entries, "CreateDate"), text(entries, "CreateTime")),
                EdsDate.of(text(entries, "ModDate"), text(entries, "ModTime")),
                EdsRevision.parse(text(entries, "Revision")), text(entries, "HomeURL"), text(entries, "Exclude"),
                field(entries, "EDSFileCRC").longValue());
    }

    EdsDevice device(List<EdsFileEntry> entries) {
        if (entries.isEmpty()) {
            return EdsDevice.UNKNOWN;
        }
        String icon = text(entries, "IconContents");
        return new EdsDevice(number(entries, "VendCode"), text(entries, "VendName"), number(entries, "ProdType"),
                text(entries, "ProdTypeStr"), field(entries, "ProdCode").longValue(), number(entries, "MajRev"),
                number(entries, "MinRev"), text(entries, "ProdName"), text(entries, "Catalog"), text(entries, "Icon"),
                icon);
    }

    List<DeviceClass> classes(List<EdsFileEntry> entries) {
        return entries.stream().filter(entry -> entry.is("Class")).map(entry -> new DeviceClass(entry.number(),
                entry.fields().stream().filter(field -> !field.isEmpty()).map(EdsField::text).toList())).toList();
    }

    private static EdsField field(List<EdsFileEntry> entries, String keyword) {
        return entries.stream().filter(entry -> entry.keyword().equalsIgnoreCase(keyword)).findFirst()
                .map(entry -> entry.field(0)).orElseGet(() -> new EdsField(List.of(), 0, 0));
    }

    private static String text(List<EdsFileEntry> entries, String keyword) {
        return field(entries, keyword).textOrNull();
    }

    private static Integer number(List<EdsFileEntry> entries, String keyword) {
        return field(entries, keyword).intValue();
    }
}
