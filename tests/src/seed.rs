//! Repeatable chance: one number is printed, and the same number plays the same run again.

/// A small generator (xorshift64*), good enough to choose moments and orders.
#[derive(Debug)]
pub struct Chance(u64);

impl Chance {
    /// From `COUNTERFOIL_SEED` when it is set, else from `default`. The seed is printed, so that
    /// a failing run can be played again.
    #[must_use]
    #[expect(clippy::print_stdout, reason = "a failing test shows it")]
    pub fn seeded(default: u64) -> Self {
        let seed = std::env::var("COUNTERFOIL_SEED").ok().and_then(|text| text.parse().ok());
        let seed: u64 = seed.unwrap_or(default);
        println!("COUNTERFOIL_SEED={seed}");
        Self(seed.max(1))
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D);
        low + mixed % (high - low + 1)
    }
}
