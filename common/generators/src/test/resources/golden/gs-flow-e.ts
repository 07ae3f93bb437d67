// Reads GS-FLOW-E with GreenStack. Runs in browsers and in Node.js 18 and later, without packages.

/** Values of the device by their names in the suite. */
export interface Values {
    /** Status Running */
    "status_running": boolean;
    /** Status Warning */
    "status_warning": boolean;
    /** Status Fault */
    "status_fault": boolean;
    /** Status Pipe empty */
    "status_pipe_empty": boolean;
    /** Status Low flow cut-off */
    "status_low_flow_cut_off": boolean;
    /** Operating mode */
    "operating_mode": number;
    /** Switch outputs OUT1 */
    "switch_outputs_out1": boolean;
    /** Switch outputs OUT2 */
    "switch_outputs_out2": boolean;
    /** Temperature, °C */
    "temperature": number;
    /** Pressure, bar */
    "pressure": number;
    /** Volume flow, l/min */
    "volume_flow": number;
    /** Totaliser, m3 */
    "totaliser": number;
    /** Density deviation, % */
    "density_deviation": number;
    /** Batch tag */
    "batch_tag": string;
    /** Command */
    "out_command": number;
    /** Batch volume, l */
    "out_batch_volume": number;
}

/** A value with what the suite knows of it. */
export interface Reading<T = unknown> { value?: T; unit?: string; label?: string; status?: string; timestamp?: string }

export class DeviceClient {
    constructor(private readonly apiKey: string, private readonly device = "my-device", private readonly url = "https://greenstack.example") {}

    /** Newest value of every parameter. */
    latest(): Promise<{ values: { [K in keyof Values]?: Reading<Values[K]> } }> {
        return this.get("telemetry/latest");
    }

    /** Stored values of a parameter, averaged over windows such as 10s, 5m, 1h. */
    history(parameter: keyof Values, from = "-1h", every = "1m"): Promise<unknown> {
        return this.get("telemetry/history?" + new URLSearchParams({ parameter: String(parameter), from, every }));
    }

    /** Asks the device to do something; waits up to five seconds for its answer. */
    async command(command: string, body: Record<string, unknown> = {}): Promise<unknown> {
        return this.get("commands?wait=5s", { method: "POST", body: JSON.stringify({ command, ...body }) });
    }

    /** Readings as they come, until the signal aborts. */
    async *live(signal?: AbortSignal): AsyncGenerator<unknown> {
        const answer = await fetch(this.at("telemetry/stream"), { headers: { "X-API-Key": this.apiKey }, signal });
        if (!answer.ok || !answer.body) { throw new Error("GreenStack answers " + answer.status); }
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            const lines = (rest + part.value).split("\n");
            rest = lines.pop() ?? "";
            for (const line of lines) { if (line.startsWith("data:")) { yield JSON.parse(line.slice(5)); } }
        }
    }

    private at(path: string): string {
        return this.url + "/api/devices/" + encodeURIComponent(this.device) + "/" + path;
    }

    private async get<T>(path: string, init: RequestInit = {}): Promise<T> {
        const headers = { "X-API-Key": this.apiKey, "Content-Type": "application/json" };
        const answer = await fetch(this.at(path), { ...init, headers });
        if (!answer.ok) { throw new Error("GreenStack answers " + answer.status + ": " + await answer.text()); }
        return await answer.json() as T;
    }
}
