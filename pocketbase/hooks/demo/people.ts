/** A learner of the demo: made up, and named so that nobody takes them for real. */
export interface DemoPerson {
  name: string;
  birthYear: number;
  number: number;
}

/** People in a demo house: what a trainer has in one room. */
export const peopleInHouse = 40;

// Every name holds a word that nobody is named by: Mẫu (sample), Thử (trial), Ví Dụ (example), Giả (pretend).
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Điểu', 'Hồ'];
const middles = ['Thị Mẫu', 'Văn Thử', 'Thị Ví Dụ', 'Văn Mẫu', 'Thị Thử', 'Văn Giả'];
const givens = [
  ...['An', 'Bình', 'Cúc', 'Dũng', 'Đào', 'Giang', 'Hạnh', 'Hòa', 'Khánh', 'Lan'],
  ...['Liên', 'Minh', 'Nga', 'Oanh', 'Phúc', 'Quý', 'Sen', 'Tâm', 'Út', 'Yến'],
];

/** The roll of a demo house: numbers 1–40. */
export function demoPeople(house: number): DemoPerson[] {
  return Array.from({ length: peopleInHouse }, (_, index) => {
    const place = index + house * 7;
    return {
      name: [pick(families, place * 3), pick(middles, place), pick(givens, place * 7 + house)].join(' '),
      birthYear: 1944 + ((index * 11 + house * 5) % 34),
      number: index + 1,
    };
  });
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}
