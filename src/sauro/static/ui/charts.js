/* Draws the charts of a page from the data in their attributes, in the colours of the theme. */

const library = new URL("../vendor/echarts/echarts.min.js", import.meta.url).href;
const drawn = new Map();

function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = library;
    script.onload = () => resolve(globalThis.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    text: of("--tblr-body-color"),
    faint: of("--sr-faint"),
    line: of("--sr-line"),
    surface: of("--sr-surface"),
    tones: { late: of("--sr-late"), soon: of("--sr-soon"), active: of("--sr-accent"), done: of("--sr-done"), idle: of("--sr-faint") },
    rest: [of("--sr-accent"), of("--sr-soon"), of("--sr-done"), of("--sr-faint")],
  };
}

/* Of more sets than there are colours, each further round is hatched, so that no two look alike. */
const HATCHES = [undefined, { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 }, { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.7 }];
const hatchOf = (round, colour) => (HATCHES[round] ? { ...HATCHES[round], color: colour.surface } : undefined);

const written = (value, unit) => (value == null ? "–" : `${value.toLocaleString("vi-VN")}${unit ? ` ${unit}` : ""}`);

function base(chart, colour) {
  return {
    animation: false,
    textStyle: { fontFamily: "Be Vietnam Pro, sans-serif", color: colour.text },
    // The default tooltip is HTML with inline styles, which the security policy refuses.
    tooltip: { renderMode: "richText", trigger: "axis", valueFormatter: (value) => written(value, chart.unit), backgroundColor: colour.surface, borderColor: colour.line, textStyle: { color: colour.text } },
    legend: { show: chart.series.length > 1, bottom: 0, textStyle: { color: colour.text }, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: chart.kind.endsWith("rows") ? 32 : 16, top: 24, bottom: chart.series.length > 1 ? 32 : 8, containLabel: true },
  };
}

function axes(chart, colour) {
  const lying = chart.kind.endsWith("rows");
  const label = { color: colour.text, fontSize: 12, lineHeight: 15 };
  const names = { type: "category", data: chart.categories, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: colour.line } }, axisLabel: { ...label, width: lying ? 160 : undefined, overflow: "break", interval: lying ? 0 : "auto" } };
  const values = { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour.line } }, axisLabel: { ...label, formatter: (value) => value.toLocaleString("vi-VN") } };
  return lying ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
}

function series(chart, colour) {
  return chart.series.map((one, index) => ({
    name: one.name,
    data: one.values,
    type: chart.kind === "lines" ? "line" : "bar",
    stack: chart.kind.startsWith("stacked") ? "all" : undefined,
    barMaxWidth: 28,
    itemStyle: { color: colour.tones[one.tone] ?? colour.rest[index % colour.rest.length], decal: one.tone ? undefined : hatchOf(Math.floor(index / colour.rest.length), colour) },
    label: { show: chart.kind !== "lines" && chart.series.length === 1, position: chart.kind === "rows" ? "right" : "top", color: colour.text, formatter: ({ value }) => written(value, "") },
  }));
}

function ring(chart, colour) {
  const tones = Object.values(colour.tones);
  const data = chart.categories.map((name, index) => ({ name, value: chart.series[0].values[index], itemStyle: { color: tones[(index + 2) % tones.length] } }));
  return {
    ...base(chart, colour),
    tooltip: { ...base(chart, colour).tooltip, trigger: "item" },
    series: [{ type: "pie", radius: ["55%", "80%"], data, label: { color: colour.text, formatter: ({ name, value }) => `${name}: ${written(value, chart.unit)}` } }],
  };
}

function option(chart) {
  const colour = colours();
  if (chart.kind === "ring") return ring(chart, colour);
  return { ...base(chart, colour), ...axes(chart, colour), series: series(chart, colour) };
}

/* A lying chart grows with its rows: each name may take two lines. */
const ROW_HEIGHT = 36;
const heightOf = (chart, least) => (chart.kind.endsWith("rows") ? Math.max(least, chart.categories.length * ROW_HEIGHT + 56) : least);
const LEAST_HEIGHT = 256;
const SAVED_HEIGHT = 560;

function draw(echarts, element) {
  const chart = JSON.parse(element.dataset.chart);
  element.style.height = `${heightOf(chart, LEAST_HEIGHT)}px`;
  const picture = drawn.get(element)?.picture ?? echarts.init(element, null, { renderer: "svg" });
  picture.setOption(option(chart), true);
  if (!drawn.has(element)) {
    drawn.set(element, { picture });
    picture.on("click", ({ dataIndex }) => chart.links[dataIndex] && location.assign(chart.links[dataIndex]));
    new ResizeObserver(() => picture.resize()).observe(element);
    element.parentElement.querySelector("[data-chart-save]")?.removeAttribute("hidden");
  }
}

/* A picture for a report, with its title, in the colours of the page. */
function save(echarts, element) {
  const chart = JSON.parse(element.dataset.chart);
  const place = document.createElement("div");
  const picture = echarts.init(place, null, { renderer: "canvas", width: 1000, height: heightOf(chart, SAVED_HEIGHT), devicePixelRatio: 2 });
  const drawing = option(chart);
  const title = { text: chart.title, left: 16, top: 12, textStyle: { color: drawing.textStyle.color, fontSize: 18, width: 960, overflow: "break" } };
  picture.setOption({ ...drawing, title, grid: { ...drawing.grid, top: 72, left: 24, right: 32 } });
  const link = document.createElement("a");
  link.download = `${chart.title}.png`;
  link.href = picture.getDataURL({ type: "png", backgroundColor: colours().surface });
  link.click();
  picture.dispose();
}

const [echarts] = await Promise.all([load(), document.fonts.ready]);
const drawAll = (root) => root.querySelectorAll?.("[data-chart]").forEach((element) => draw(echarts, element));
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-chart-save]");
  if (button) save(echarts, button.parentElement.querySelector("[data-chart]"));
});
document.addEventListener("sr:theme", () => drawAll(document));
document.addEventListener("htmx:load", (event) => drawAll(event.detail.elt));
drawAll(document);
