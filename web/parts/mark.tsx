/** Eight days, the last one full. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 20" width="40" height="20" aria-hidden="true" focusable="false">
    {Array.from({ length: 8 }, (_, index) => (
      <circle cx={5 + (index % 4) * 10} cy={index < 4 ? 5 : 15} r="3.4" class={index === 7 ? 'eighth' : 'day'} />
    ))}
  </svg>
);
