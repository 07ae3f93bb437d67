package io.greenstack.descriptions.iodd.model.shape;

import static io.greenstack.descriptions.iodd.model.shape.Lexical.BOOLEAN;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.INTEGER;
import static io.greenstack.descriptions.iodd.model.shape.Lexical.TOKEN;

import io.greenstack.descriptions.iodd.model.Condition;
import io.greenstack.descriptions.iodd.model.DeviceFunction;
import io.greenstack.descriptions.iodd.model.DeviceFunction.Features;
import io.greenstack.descriptions.iodd.model.DeviceFunction.SupportedAccessLocks;
import io.greenstack.descriptions.iodd.model.ErrorEntry;
import io.greenstack.descriptions.iodd.model.ErrorEntry.ErrorType;
import io.greenstack.descriptions.iodd.model.ErrorEntry.StdErrorTypeRef;
import io.greenstack.descriptions.iodd.model.EventEntry;
import io.greenstack.descriptions.iodd.model.EventEntry.Event;
import io.greenstack.descriptions.iodd.model.EventEntry.StdEventRef;
import io.greenstack.descriptions.iodd.model.IoddList;
import io.greenstack.descriptions.iodd.model.ProcessData;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.model.shape.Shape.Choice;

/** Shapes: features, process data, errors and events. */
final class FunctionShapes {

    static final Shape<Condition> CONDITION = Shape.of(Condition.class)
            .required("variableId", TOKEN, Condition::variableId)
            .optional("subindex", INTEGER, Condition::subindex)
            .required("value", INTEGER, Condition::value)
            .make(v -> new Condition(v.next(), v.next(), v.next(), v.source()));

    static final Shape<ProcessDataItem> PROCESS_DATA_ITEM = Shape.of(ProcessDataItem.class)
            .named(ProcessDataItem::element)
            .required("id", TOKEN, ProcessDataItem::id)
            .required("bitLength", INTEGER, ProcessDataItem::bitLength)
            .oneOf("datatype", true, ProcessDataItem::type, DatatypeShapes.useOf("Datatype"))
            .child("Name", () -> TextShapes.TEXT_REF, ProcessDataItem::name)
            .make(v -> new ProcessDataItem(v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<ProcessData> PROCESS_DATA = Shape.of(ProcessData.class)
            .required("id", TOKEN, ProcessData::id)
            .optionalChild("Condition", () -> FunctionShapes.CONDITION, ProcessData::condition)
            .optionalChild("ProcessDataIn", () -> FunctionShapes.PROCESS_DATA_ITEM, ProcessData::in)
            .optionalChild("ProcessDataOut", () -> FunctionShapes.PROCESS_DATA_ITEM, ProcessData::out)
            .make(v -> new ProcessData(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<ProcessData>> PROCESS_DATA_COLLECTION = Shape.list("process_data",
            Choice.of("ProcessData", () -> FunctionShapes.PROCESS_DATA));

    static final Shape<StdErrorTypeRef> STD_ERROR_TYPE_REF = Shape.of(StdErrorTypeRef.class)
            .optional("code", INTEGER, StdErrorTypeRef::code)
            .required("additionalCode", INTEGER, StdErrorTypeRef::additionalCode)
            .make(v -> new StdErrorTypeRef(v.next(), v.next(), v.source()));

    static final Shape<ErrorType> ERROR_TYPE = Shape.of(ErrorType.class)
            .optional("code", INTEGER, ErrorType::code)
            .required("additionalCode", INTEGER, ErrorType::additionalCode)
            .child("Name", () -> TextShapes.TEXT_REF, ErrorType::name)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, ErrorType::description)
            .make(v -> new ErrorType(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<ErrorEntry>> ERROR_TYPE_COLLECTION = Shape.list("errors",
            Choice.of("StdErrorTypeRef", () -> FunctionShapes.STD_ERROR_TYPE_REF),
            Choice.of("ErrorType", () -> FunctionShapes.ERROR_TYPE));

    static final Shape<StdEventRef> STD_EVENT_REF = Shape.of(StdEventRef.class)
            .required("code", INTEGER, StdEventRef::code)
            .make(v -> new StdEventRef(v.next(), v.source()));

    static final Shape<Event> EVENT = Shape.of(Event.class)
            .required("code", INTEGER, Event::code)
            .required("type", TOKEN, Event::type)
            .optional("mode", TOKEN, Event::mode)
            .child("Name", () -> TextShapes.TEXT_REF, Event::name)
            .optionalChild("Description", () -> TextShapes.TEXT_REF, Event::description)
            .make(v -> new Event(v.next(), v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<IoddList<EventEntry>> EVENT_COLLECTION = Shape.list("events",
            Choice.of("StdEventRef", () -> FunctionShapes.STD_EVENT_REF),
            Choice.of("Event", () -> FunctionShapes.EVENT));

    static final Shape<SupportedAccessLocks> SUPPORTED_ACCESS_LOCKS = Shape.of(SupportedAccessLocks.class)
            .required("parameter", BOOLEAN, SupportedAccessLocks::parameter)
            .required("dataStorage", BOOLEAN, SupportedAccessLocks::dataStorage)
            .required("localParameterization", BOOLEAN, SupportedAccessLocks::localParameterization)
            .required("localUserInterface", BOOLEAN, SupportedAccessLocks::localUserInterface)
            .make(v -> new SupportedAccessLocks(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<Features> FEATURES = Shape.of(Features.class)
            .required("blockParameter", BOOLEAN, Features::blockParameter)
            .required("dataStorage", BOOLEAN, Features::dataStorage)
            .optional("profileCharacteristic", TOKEN, Features::profileCharacteristic)
            .optionalChild("SupportedAccessLocks", () -> FunctionShapes.SUPPORTED_ACCESS_LOCKS, Features::accessLocks)
            .make(v -> new Features(v.next(), v.next(), v.next(), v.next(), v.source()));

    static final Shape<DeviceFunction> DEVICE_FUNCTION = Shape.of(DeviceFunction.class)
            .optionalChild("Features", () -> FunctionShapes.FEATURES, DeviceFunction::features)
            .optionalChild("DatatypeCollection", () -> DatatypeShapes.DATATYPE_COLLECTION, DeviceFunction::datatypes)
            .child("VariableCollection", () -> VariableShapes.VARIABLE_COLLECTION, DeviceFunction::variables)
            .child("ProcessDataCollection", () -> FunctionShapes.PROCESS_DATA_COLLECTION, DeviceFunction::processData)
            .optionalChild("ErrorTypeCollection", () -> FunctionShapes.ERROR_TYPE_COLLECTION,
                    DeviceFunction::errorTypes)
            .optionalChild("EventCollection", () -> FunctionShapes.EVENT_COLLECTION, DeviceFunction::events)
            .child("UserInterface", () -> InterfaceShapes.USER_INTERFACE, DeviceFunction::userInterface)
            .make(v -> new DeviceFunction(v.next(), v.next(), v.next(), v.next(), v.next(), v.next(), v.next(),
                    v.source()));

    private FunctionShapes() {}
}
