package io.greenstack.descriptions.iodd.view;

import java.util.List;

import io.greenstack.descriptions.iodd.view.IoddDetail.ParameterView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RangeView;
import io.greenstack.descriptions.iodd.view.IoddDetail.RecordItemView;
import io.greenstack.descriptions.iodd.view.IoddDetail.SingleValueView;

/** What a menu entry refers to: a variable, or a record item of one. All members are null where the reference leads nowhere. */
record Shown(Integer index, String name, String description, String dataType, Integer bitLength, String accessRights,
        String defaultValue, List<SingleValueView> singleValues, List<RangeView> ranges) {

    private static final Shown NOTHING = new Shown(null, null, null, null, null, null, null, null, null);

    static Shown of(ParameterView parameter, Integer subindex) {
        if (parameter == null) {
            return NOTHING;
        }
        if (subindex == null || subindex == 0) {
            return new Shown(parameter.index(), parameter.name(), parameter.description(), parameter.dataType(),
                    parameter.bitLength(), parameter.accessRights(), parameter.defaultValue(),
                    parameter.singleValues(), parameter.ranges());
        }
        RecordItemView item = FunctionViews.item(parameter, subindex);
        if (item != null) {
            return new Shown(parameter.index(), item.name(), item.description(), item.dataType(), item.bitLength(),
                    item.accessRights() == null ? parameter.accessRights() : item.accessRights(), item.defaultValue(),
                    item.singleValues(), item.ranges());
        }
        boolean element = parameter.type() != null && parameter.type().elementType() != null
                && parameter.type().count() != null && subindex <= parameter.type().count();
        return element
                ? new Shown(parameter.index(), parameter.name() + " [" + subindex + "]", parameter.description(),
                        parameter.type().elementType().dataType(), parameter.type().elementType().bitLength(),
                        parameter.accessRights(), null, parameter.type().elementType().singleValues(),
                        parameter.type().elementType().ranges())
                : new Shown(parameter.index(), parameter.name(), null, null, null, null, null, null, null);
    }

    String minValue() {
        return ranges == null ? null : ranges.get(0).minValue();
    }

    String maxValue() {
        return ranges == null ? null : ranges.get(ranges.size() - 1).maxValue();
    }
}
