// Runs in the page before anything else: notes the frame that first shows a chart, LCP and layout shifts.
(() => {
  let isDrawn = () => {};
  const drawn = new Promise((resolve) => {
    isDrawn = resolve;
  });
  window.bench = { firstChart: 0, lcp: 0, cls: 0, drawn };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.bench.cls += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const charts = [...document.querySelectorAll("figure .drawn svg")];
    if (!charts.some((chart) => chart.getBoundingClientRect().width > 100))
      return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      window.bench.firstChart = performance.now();
      isDrawn();
    });
  };
  requestAnimationFrame(look);
})();
