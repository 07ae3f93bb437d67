package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.BOOLEAN;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.KIND;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.RIGHTS;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TEXT;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.AllowedValue.SingleValue;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdSingleValueRef;
import io.greenstack.descriptions.iodd.model.AllowedValue.StdValueRangeRef;
import io.greenstack.descriptions.iodd.model.AllowedValue.ValueRange;
import io.greenstack.descriptions.iodd.model.Datatype;
import io.greenstack.descriptions.iodd.model.Datatype.RecordItem;
import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.TypeUse.DatatypeRef;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: datatypes. */
final class DatatypeShapes {

    static final Shape<SingleValue> SINGLE_VALUE = Shape.of(SingleValue.class)
            .required("value", TEXT, SingleValue::value)
            .optional("xsi:type", TOKEN, SingleValue::xsiType)
            .optionalChild("Name", () -> TextShapes.TEXT_REF, SingleValue::name)
            .make(v -> new SingleValue(v.next(), v.next(), v.next(), v.source()));

    static final Shape<ValueRange> VALUE_RANGE = Shape.of(ValueRange.class)
            .required("lowerValue", TEXT, ValueRange::lowerValue)
            .required("upperValue", TEXT, ValueRange::upperValue)
            .optional("xsi:type", TOKEN, ValueRange::xsiType)
            .optionalChild("Name", () -> TextShapes.TEXT_REF, ValueRange::name)
            .make(v -> new ValueRange(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<StdSingleValueRef> STD_SINGLE_VALUE_REF = Shape.of(StdSingleValueRef.class)
            .required("value", TEXT, StdSingleValueRef::value)
            .make(v -> new StdSingleValueRef(v.next(), v.source()));

    static final Shape<StdValueRangeRef> STD_VALUE_RANGE_REF = Shape.of(StdValueRangeRef.class)
            .required("lowerValue", TEXT, StdValueRangeRef::lowerValue)
            .required("upperValue", TEXT, StdValueRangeRef::upperValue)
            .make(v -> new StdValueRangeRef(v.next(), v.next(), v.source()));

    static final Shape<DatatypeRef> DATATYPE_REF = Shape.of(DatatypeRef.class)
            .required("datatypeId", TOKEN, DatatypeRef::datatypeId)
            .make(v -> new DatatypeRef(v.next(), v.source()));

    static final Shape<Datatype> DATATYPE = Shape.of(Datatype.class)
            .named(Datatype::element)
            .optional("id", TOKEN, Datatype::id)
            .required("xsi:type", KIND, Datatype::writtenKind)
            .optional("bitLength", INTEGER, Datatype::bitLength)
            .optional("fixedLength", INTEGER, Datatype::fixedLength)
            .optional("encoding", TOKEN, Datatype::encoding)
            .optional("count", INTEGER, Datatype::count)
            .optional("subindexAccessSupported", BOOLEAN, Datatype::subindexAccessSupported)
            .children("values", Datatype::values, Choice.of("SingleValue", () -> DatatypeShapes.SINGLE_VALUE),
                    Choice.of("ValueRange", () -> DatatypeShapes.VALUE_RANGE))
            .children("record_items", Datatype::recordItems, Choice.of("RecordItem", () -> DatatypeShapes.RECORD_ITEM))
            .oneOf("element_type", false, Datatype::elementType, useOf("SimpleDatatype"))
            .make(v -> new Datatype(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.next(), v.next(), v.next(), v.source()));

    static final Shape<RecordItem> RECORD_ITEM = Shape.of(RecordItem.class)
            .required("subindex", INTEGER, RecordItem::subindex)
            .required("bitOffset", INTEGER, RecordItem::bitOffset)
            .optional("accessRightRestriction", RIGHTS, RecordItem::accessRightRestriction)
            .oneOf("datatype", true, RecordItem::type, useOf("SimpleDatatype"))
            .child("Name", () -> TextShapes.TEXT_REF, RecordItem::name)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, RecordItem::description)
            .make(v -> new RecordItem(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<Datatype>> DATATYPE_COLLECTION = Shape.list("datatypes",
            Choice.of("Datatype", () -> DatatypeShapes.DATATYPE));

    private DatatypeShapes() {}

    /** A type that is written where it is used, or referred to. */
    static Choice[] useOf(String element) {
        return new Choice[]{Choice.of(element, () -> DATATYPE), Choice.of("DatatypeRef", () -> DATATYPE_REF)};
    }

    /** The values of a standard variable, or of an item of it, that the device supports. */
    static Choice[] supportedValues() {
        return new Choice[]{Choice.of("SingleValue", () -> SINGLE_VALUE), Choice.of("ValueRange", () -> VALUE_RANGE),
                Choice.of("StdSingleValueRef", () -> STD_SINGLE_VALUE_REF),
                Choice.of("StdValueRangeRef", () -> STD_VALUE_RANGE_REF)};
    }
}
