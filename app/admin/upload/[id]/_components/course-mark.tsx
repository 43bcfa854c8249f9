import type { BeforeAndAfter } from "../../../../../lib/uploads/before-and-after.ts";

const WIDTH = 160;
const HEIGHT = 32;
const EDGE = 3;

/** A small drawing of a series: its course after the commit as a line, and what is stored now, dashed, where it differs. */
export function CourseMark({
  course,
  label,
}: {
  readonly course: readonly BeforeAndAfter[];
  readonly label: string;
}) {
  const values = course
    .flatMap(({ before, after }) => [before, after])
    .flatMap((text) => (text === null ? [] : [Number(text)]));
  if (values.length === 0) return <span className="remark">no values</span>;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (at: number) => EDGE + (course.length < 2 ? 0.5 : at / (course.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) =>
    HEIGHT - EDGE - (high === low ? 0.5 : (value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const path = (of: (point: BeforeAndAfter) => string | null) => {
    let isDown = false;
    return course
      .map((point, at) => {
        const text = of(point);
        if (text === null) {
          isDown = false;
          return "";
        }
        const step = `${isDown ? "L" : "M"}${x(at).toFixed(1)} ${y(Number(text)).toFixed(1)}`;
        isDown = true;
        return step;
      })
      .join("");
  };
  return (
    <svg
      className="course-mark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path className="before" d={path(({ before }) => before)} />
      <path className="after" d={path(({ after }) => after)} />
      {course.map(({ period, before, after }, at) =>
        after !== null && before !== after ? (
          <circle key={period} cx={x(at)} cy={y(Number(after))} r={2} />
        ) : null,
      )}
    </svg>
  );
}
