package dev.docket.quality;

class CalibrationOnH2Test extends CalibrationContract {
    @Override
    QualityHouse house() {
        return QualityHouse.embedded(folder.resolve("database"));
    }
}
