package io.greenstack.core.processdata;

/** Where in a description a scaling was found. */
public enum ScalingSource {
    /** A menu entry that shows the process data (IODD menu on V_ProcessDataInput/Output). */
    MENU,
    /** The process data reference (IODD {@code ProcessDataRef}). */
    PROCESS_DATA_REF,
    /** The parameter that an assembly member refers to (EDS {@code ParamN}). */
    PARAM,
    /** Nowhere: the raw value as it is. */
    NONE
}
