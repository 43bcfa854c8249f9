/** What the marks of the strips stand for. */
export function StripKey() {
  return (
    <ul className="dash-key" aria-label="Marks of the strips">
      <li>
        <svg aria-hidden="true" viewBox="0 0 18 14">
          <circle cx="9" cy="7" r="5" fill="var(--era-ai)" />
        </svg>
        now
      </li>
      <li>
        <svg aria-hidden="true" viewBox="0 0 18 14">
          <path d="M9 2 L14 11 L4 11 Z" fill="none" stroke="var(--era-dotcom)" strokeWidth="1.75" />
        </svg>
        internet at the same age
      </li>
      <li>
        <svg aria-hidden="true" viewBox="0 0 18 14">
          <line x1="9" x2="9" y1="0" y2="14" stroke="var(--ink)" />
        </svg>
        dot-com peak
      </li>
      <li>
        <svg aria-hidden="true" viewBox="0 0 18 14">
          <path d="M4 1 L13 7 L4 13 Z" fill="var(--era-ai)" />
        </svg>
        beyond one and a half times the peak
      </li>
    </ul>
  );
}
