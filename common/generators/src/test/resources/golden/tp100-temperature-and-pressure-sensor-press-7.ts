// Reads TP100 temperature and pressure sensor press-7 with GreenStack. Runs in browsers and in Node.js 18 and later, without packages.

/** Values of the device by their names in the suite. */
export interface Values {
    /** Temperature, °C */
    "temperature": number;
    /** Pressure, bar */
    "pressure": number;
    /** Status */
    "status": number;
    /** Switching output 2 */
    "switching_output_2": boolean;
    /** Switching output 1 */
    "switching_output_1": boolean;
    /** Display brightness, % */
    "out_display_brightness": number;
    /** Locate */
    "out_locate": boolean;
}

/** A value with what the suite knows of it. */
export interface Reading<T = unknown> { value?: T; unit?: string; label?: string; status?: string; timestamp?: string }

export class DeviceClient {
    constructor(private readonly apiKey: string, private readonly device = "press-7", private readonly url = "https://greenstack.example") {}

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
